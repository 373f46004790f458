using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Net;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Asks Discord how many shards to run, owns the fleet of them, and tells the host when it cannot go on.</summary>
internal sealed class FleetSupervisor(
    IGatewayBotSource source,
    FleetFactory factory,
    ServingFleet serving,
    IIdentifyGate gate,
    ISessionStore sessions,
    FreshLimits limits,
    IOptions<GatewayOptions> options,
    FleetFailure failure,
    IHostApplicationLifetime lifetime,
    IJitter jitter,
    TimeProvider time,
    ILogger<FleetSupervisor> logger) : BackgroundService, IFleetStatus, IFleetControl
{
    /// <inheritdoc/>
    public int ShardCount => serving.Run?.Fleet.Plan.Count ?? 0;

    /// <inheritdoc/>
    public IReadOnlyList<ShardStatus> Shards => serving.Run?.Fleet.Statuses ?? [];

    /// <inheritdoc/>
    public GatewayIntents RefusedIntents => factory.Intents.Refused;

    /// <inheritdoc/>
    public DateTimeOffset? IdentifiesRenewAt => gate.BudgetRenewsAt;

    /// <inheritdoc/>
    public int? IdentifiesLeft => serving.Run is null ? null : gate.BudgetAvailable;

    /// <inheritdoc/>
    public ReconnectProgress? Reconnecting => (serving.Work as RollingReconnect)?.Progress;

    /// <inheritdoc/>
    public Task<ReconnectReport>? TryReconnect(IReadOnlyCollection<int> shardIds)
    {
        var here = (serving.Run?.Fleet.Shards ?? []).Where(shard => shardIds.Contains(shard.Id)).ToArray();
        var reconnect = new RollingReconnect(here, [.. shardIds.Except(here.Select(shard => shard.Id)).Order()], time, logger);
        return serving.TryBegin(reconnect) ? ReconnectAsync(reconnect) : null;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        serving.Stopping = stoppingToken;
        try
        {
            var bot = await AskAsync(stoppingToken);
            await limits.TakeAsync(bot, stoppingToken);
            var fleet = await CreateAsync(bot, stoppingToken);
            var limit = bot.SessionStartLimit;
            GatewayLog.FleetStarts(logger, bot.Url, fleet.Plan.Here, fleet.Plan.Count, limit.MaxConcurrency, limit.Remaining, limit.Total);
            serving.Run = new FleetRun(fleet, stoppingToken);
            await ServeAsync();
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

    // A fleet that ends because another one has taken over is not the end.
    private async Task ServeAsync()
    {
        for (FleetRun? ended = null; serving.Run is { } run && run != ended; ended = run)
            await run.Running;
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
        var tickets = saved.Where(session => session.ShardCount == plan.Count).ToDictionary(session => session.ShardId, session => session.Ticket);
        return factory.Create(bot, plan, tickets);
    }

    private async Task<ReconnectReport> ReconnectAsync(RollingReconnect reconnect)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            return await reconnect.RunAsync(serving.Stopping);
        }
        finally
        {
            serving.End();
        }
    }
}
