using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Net;
using Vexera.Core.Shards;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Asks Discord how many shards to run, owns the fleet of them, and tells the host when it cannot go on.</summary>
internal sealed class FleetSupervisor(
    IGatewayBotSource source,
    IGatewayConnector connector,
    IIdentifyGate gate,
    ISessionStore sessions,
    FreshLimits limits,
    IDispatchSink sink,
    BotToken token,
    IOptions<GatewayOptions> options,
    FleetFailure failure,
    IHostApplicationLifetime lifetime,
    BadFrames badFrames,
    VexeraMetrics metrics,
    IJitter jitter,
    TimeProvider time,
    ILogger<FleetSupervisor> logger) : BackgroundService, IFleetStatus, IFleetControl
{
    private readonly FleetIntents _intents = new(options.Value.Intents, logger);
    private readonly Lock _sync = new();
    private volatile ShardFleet? _fleet;
    private CancellationToken _stopping;
    private RollingReconnect? _reconnect;

    /// <inheritdoc/>
    public int ShardCount => _fleet?.Plan.Count ?? 0;

    /// <inheritdoc/>
    public IReadOnlyList<ShardStatus> Shards => _fleet?.Statuses ?? [];

    /// <inheritdoc/>
    public GatewayIntents RefusedIntents => _intents.Refused;

    /// <inheritdoc/>
    public DateTimeOffset? IdentifiesRenewAt => gate.BudgetRenewsAt;

    /// <inheritdoc/>
    public ReconnectProgress? Reconnecting
    {
        get
        {
            lock (_sync)
                return _reconnect?.Progress;
        }
    }

    /// <inheritdoc/>
    public Task<ReconnectReport>? TryReconnect(IReadOnlyCollection<int> shardIds)
    {
        lock (_sync)
        {
            if (_reconnect is not null)
                return null;
            var here = (_fleet?.Shards ?? []).Where(shard => shardIds.Contains(shard.Id)).ToArray();
            _reconnect = new RollingReconnect(here, [.. shardIds.Except(here.Select(shard => shard.Id)).Order()], time, logger);
            return ReconnectAsync(_reconnect);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        try
        {
            var bot = await AskAsync(stoppingToken);
            await limits.TakeAsync(bot, stoppingToken);
            _fleet = await CreateAsync(bot, stoppingToken);
            var limit = bot.SessionStartLimit;
            GatewayLog.FleetStarts(logger, bot.Url, _fleet.Plan.Here, _fleet.Plan.Count, limit.MaxConcurrency, limit.Remaining, limit.Total);
            await _fleet.RunAsync(stoppingToken);
        }
        catch (Exception fatal) when (fatal is FatalGatewayException or GatewayUnreachableException)
        {
            GatewayLog.FleetFailed(logger, fatal.Message);
            failure.TryRaise(fatal);
            lifetime.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            GatewayLog.FleetStopped(logger);
        }
    }

    private async Task<GatewayBot> AskAsync(CancellationToken stopping)
    {
        var patience = options.Value.StartPatience;
        using var running = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : Timeout.InfiniteTimeSpan, time);
        using var trying = CancellationTokenSource.CreateLinkedTokenSource(stopping, running.Token);
        var backoff = new Backoff(options.Value.BackoffFirst, options.Value.BackoffMax);
        for (string? reason = null; ;)
        {
            try
            {
                var bot = await source.GetAsync(trying.Token);
                if (reason is not null)
                    GatewayLog.SourceReachable(logger);
                return bot;
            }
            catch (Exception unreachable) when (unreachable is not FatalGatewayException && !trying.IsCancellationRequested)
            {
                if (reason is null)
                    GatewayLog.SourceUnreachable(logger, unreachable.Message);
                reason = unreachable.Message;
                await Task.Delay(backoff.Next(jitter.Next()), time, trying.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception silent) when (silent is not FatalGatewayException && !stopping.IsCancellationRequested)
            {
                throw FatalCloses.Unreachable(patience, reason ?? "no answer");
            }
        }
    }

    private async Task<ShardFleet> CreateAsync(GatewayBot bot, CancellationToken stopping)
    {
        var saved = await sessions.LoadAsync(stopping);
        var plan = ShardPlan.Create(options.Value, bot.Shards, saved);
        if (options.Value.ShardCount == 0 && plan.Count != bot.Shards)
            GatewayLog.CountKept(logger, plan.Count, bot.Shards);
        await sessions.DiscardAsync([.. saved.Where(session => session.ShardCount != plan.Count)], stopping);
        var context = new FleetContext(time)
        {
            Options = options.Value,
            Token = token,
            Url = bot.Url,
            ShardCount = plan.Count,
            ShardsHere = plan.Here,
            Intents = _intents,
            Connector = connector,
            Gate = gate,
            Limits = limits,
            Sink = sink,
            BadFrames = badFrames,
            Metrics = metrics,
            Jitter = jitter,
            Logger = logger,
        };
        var tickets = saved.Where(session => session.ShardCount == plan.Count).ToDictionary(session => session.ShardId, session => session.Ticket);
        return new ShardFleet(context, plan, bot.SessionStartLimit.MaxConcurrency, tickets);
    }

    private async Task<ReconnectReport> ReconnectAsync(RollingReconnect reconnect)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            return await reconnect.RunAsync(_stopping);
        }
        finally
        {
            lock (_sync)
                _reconnect = null;
        }
    }
}
