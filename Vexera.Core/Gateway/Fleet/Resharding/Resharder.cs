using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet.Resharding;

/// <summary>Begins reshards that may begin, one at a time, and gives up the one at work when the process stops.</summary>
internal sealed class Resharder(
    IGatewayBotSource source,
    FleetFactory factory,
    ServingFleet serving,
    IFleetMergeFactory merges,
    IIdentifyGate gate,
    ISessionStore sessions,
    FreshLimits limits,
    IOptions<GatewayOptions> options,
    ReshardTiming timing,
    ILogger<Resharder> logger) : IReshardControl, IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private volatile Task _atWork = Task.CompletedTask;

    /// <inheritdoc/>
    public ReshardProgress? Progress => (serving.Work as Resharding)?.Progress;

    /// <inheritdoc/>
    public async Task<ReshardAnswer> TryReshardAsync(int? count, CancellationToken cancellationToken)
    {
        if (Refusal() is { } refusal)
            return new ReshardAnswer(refusal, Current, count ?? 0);
        GatewayBot bot;
        try
        {
            bot = await source.GetAsync(cancellationToken);
            await limits.TakeAsync(bot, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReshardAnswer(ReshardRefusal.Unreachable, Current, count ?? 0);
        }

        return Begin(bot, count ?? Math.Max(1, bot.Shards));
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _atWork.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private int Current => serving.Run?.Fleet.Plan.Count ?? 0;

    private ReshardRefusal? Refusal() => serving switch
    {
        _ when options.Value.Shards is { Length: > 0 } => ReshardRefusal.RunsAPart,
        { Work: Resharding } => ReshardRefusal.ReshardAtWork,
        { Work: not null } => ReshardRefusal.ReconnectAtWork,
        { Run.Fleet.IsReady: true } => null,
        _ => ReshardRefusal.NotReady,
    };

    private ReshardAnswer Begin(GatewayBot bot, int count)
    {
        var available = gate.BudgetAvailable;
        if (count == Current)
            return new ReshardAnswer(ReshardRefusal.SameCount, Current, count, available);
        if (count > available)
            return new ReshardAnswer(ReshardRefusal.BudgetLow, Current, count, available);
        var plan = new ShardPlan(count, 0, count - 1);
        var resharding = new Resharding(serving, factory.Create(bot, plan), merges, gate, sessions, timing, logger);
        var from = Current;

        // Anything may have begun while Discord was asked.
        if (Refusal() is { } refusal || !serving.TryBegin(resharding))
            return new ReshardAnswer(Refusal() ?? ReshardRefusal.ReshardAtWork, from, count, available);
        var report = new TaskCompletionSource<ReshardReport>(TaskCreationOptions.RunContinuationsAsynchronously);
        _atWork = RunAsync(resharding, report);
        return new ReshardAnswer(null, from, count, available, report.Task);
    }

    private async Task RunAsync(Resharding resharding, TaskCompletionSource<ReshardReport> report)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var outcome = await resharding.RunAsync(_stopping.Token);
            report.SetResult(outcome);
            if (outcome.End == ReshardEnd.TakenOver)
                await resharding.SettleAsync(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
        catch (Exception unforeseen)
        {
            ReshardLog.Failed(logger, resharding.Progress.From, resharding.Progress.To, unforeseen);
            report.TrySetException(unforeseen);
        }
        finally
        {
            serving.End();
        }
    }
}
