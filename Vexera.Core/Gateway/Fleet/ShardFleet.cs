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
using Vexera.Core.Telemetry;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>All shards of this process: asks Discord how many, starts them in order, keeps each going apart from the others.</summary>
internal sealed class ShardFleet(
    IGatewayBotSource source,
    IGatewayConnector connector,
    IIdentifyGate gate,
    IDispatchSink sink,
    BotToken token,
    IOptions<GatewayOptions> options,
    FleetFailure failure,
    IHostApplicationLifetime lifetime,
    BadFrames badFrames,
    VexeraMetrics metrics,
    IJitter jitter,
    TimeProvider time,
    ILogger<ShardFleet> logger) : BackgroundService, IFleetStatus
{
    // Discord lets the next wave of shards identify this much later.
    private static readonly TimeSpan WaveInterval = TimeSpan.FromSeconds(5);
    private readonly FleetIntents _intents = new(options.Value.Intents, logger);
    private volatile Shard[] _shards = [];

    /// <inheritdoc/>
    public int ShardCount { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<ShardStatus> Shards => [.. _shards.Select(shard => shard.Status)];

    /// <inheritdoc/>
    public GatewayIntents RefusedIntents => _intents.Refused;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var bot = await AskAsync(stoppingToken);
            await RunAsync(bot, stoppingToken);
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

    private async Task RunAsync(GatewayBot bot, CancellationToken stopping)
    {
        var plan = ShardPlan.Create(options.Value, bot.Shards);
        var limit = bot.SessionStartLimit;
        gate.Configure(limit);
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
            Sink = sink,
            BadFrames = badFrames,
            Metrics = metrics,
            Jitter = jitter,
            Logger = logger,
        };
        ShardCount = plan.Count;
        _shards = [.. Enumerable.Range(plan.First, plan.Here).Select(id => new Shard(context, id))];
        GatewayLog.FleetStarts(logger, bot.Url, plan.Here, plan.Count, limit.MaxConcurrency, limit.Remaining, limit.Total);

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var running = _shards.Select(shard => RunShardAsync(context, shard, WaveOf(shard.Id, plan, limit), ending)).ToArray();
        await Task.WhenAll(running);
    }

    // Shards identify in waves of max_concurrency; each wave connects one interval before its turn.
    private static TimeSpan WaveOf(int shardId, ShardPlan plan, SessionStartLimit limit)
    {
        var concurrency = Math.Max(1, limit.MaxConcurrency);
        var wave = (shardId / concurrency) - (plan.First / concurrency);
        return WaveInterval * Math.Max(0, wave - 1);
    }

    private async Task RunShardAsync(FleetContext context, Shard shard, TimeSpan delay, CancellationTokenSource ending)
    {
        await Task.Delay(delay, time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await shard.RunAsync(ending.Token);
            }
            catch (FatalGatewayException)
            {
                await ending.CancelAsync();
                throw;
            }
            catch (Exception unforeseen)
            {
                GatewayLog.ShardFailed(logger, shard.Id, unforeseen);
                await Task.Delay(context.Options.BackoffMax * jitter.Next(), time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
