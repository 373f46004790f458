using Microsoft.Extensions.Logging;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet.Resharding;

/// <summary>
/// One reshard: a second fleet comes up beside the first, takes over, and the first is closed. Until the takeover the first fleet's
/// stream alone counts, so giving up costs nothing but the IDENTIFYs.
/// </summary>
/// <param name="serving">Where the fleet that serves the bot stands.</param>
/// <param name="fresh">The new fleet, not yet started.</param>
/// <param name="merges">Makes the merge.</param>
/// <param name="gate">Tells when shards wait for the day's budget.</param>
/// <param name="sessions">Forgets the old fleet's sessions.</param>
/// <param name="timing">The waits and the clock.</param>
/// <param name="logger">Where each stage is told.</param>
internal sealed class Resharding(
    ServingFleet serving, ShardFleet fresh, IFleetMergeFactory merges, IIdentifyGate gate, ISessionStore sessions,
    ReshardTiming timing, ILogger logger)
{
    private readonly FleetRun _old = serving.Run!;
    private readonly IDispatchSink _sink = serving.Run!.Fleet.Sink;
    private readonly TimeSpan _limit = timing.Patience + (fresh.IdentifyFloor * 2);
    private IFleetMerge? _merge;
    private ReshardStage _stage;

    /// <summary>How far it is.</summary>
    public ReshardProgress Progress => new(
        From, To, _stage, fresh.Shards.Count(shard => shard.Status.State == ShardState.Ready), _merge?.Awaited ?? 0);

    private int From => _old.Fleet.Plan.Count;

    private int To => fresh.Plan.Count;

    /// <summary>Runs until the new fleet has taken over and the old one is closed, or the new one is closed again.</summary>
    /// <param name="stopping">Gives up.</param>
    public async Task<ReshardReport> RunAsync(CancellationToken stopping)
    {
        ReshardLog.Starts(logger, From, To, gate.BudgetAvailable);
        var merge = _merge = merges.Create(_sink);
        _old.Fleet.Sink = merge.Old;
        fresh.Sink = merge.New;
        fresh.KeepsSessions = false;
        var run = new FleetRun(fresh, serving.Stopping);
        if (await BringOverAsync(merge, run, stopping) is { } reason)
            return await GiveUpAsync(run, reason);
        fresh.KeepsSessions = true;
        serving.Run = run;
        _stage = ReshardStage.Closing;
        ReshardLog.TakesOver(logger, To, From);
        StoredSession[] over = [.. _old.Fleet.Shards
            .Select(shard => new StoredSession(shard.Id, From, new SessionTicket(shard.SessionId ?? "", null, 0)))];
        await _old.EndAsync();
        await sessions.DiscardAsync(over, CancellationToken.None);
        ReshardLog.OldClosed(logger, From, To);
        return new ReshardReport(From, To, ReshardEnd.TakenOver, null);
    }

    /// <summary>After the takeover: waits until the new fleet has brought all that the old one did, and takes the merge away.</summary>
    /// <param name="stopping">Ends the wait; the merge stays then.</param>
    public async Task SettleAsync(CancellationToken stopping)
    {
        await Task.Delay(timing.Horizon * 2, timing.Time, stopping);
        fresh.Sink = _sink;
    }

    // Null when the new fleet leads.
    private async Task<(ReshardEnd End, string? Detail)?> BringOverAsync(IFleetMerge merge, FleetRun run, CancellationToken stopping)
    {
        var began = timing.Time.GetTimestamp();
        using var look = new PeriodicTimer(timing.LookEvery, timing.Time);
        try
        {
            do
            {
                if (Trouble(run) is { } trouble)
                    return trouble;
                if (timing.Time.GetElapsedTime(began) > _limit)
                    return (ReshardEnd.TookTooLong, Missing(merge));
                if (fresh.IsReady && _stage == ReshardStage.Identifying)
                    Compare(merge);
                if (_stage == ReshardStage.Comparing && await merge.TryTakeOverAsync(BothAreReady, stopping))
                    return null;
            }
            while (await look.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }

        return (ReshardEnd.Stopped, null);
    }

    private bool BothAreReady() => _old.Fleet.IsReady && fresh.IsReady && fresh.Shards.All(shard => !shard.HasLostSession);

    private void Compare(IFleetMerge merge)
    {
        _stage = ReshardStage.Comparing;
        ReshardLog.Compares(logger, To, merge.Awaited, merge.SettlesIn);
    }

    private (ReshardEnd End, string? Detail)? Trouble(FleetRun run)
    {
        if (run.Running.IsCompleted)
            return (ReshardEnd.Refused, run.Running.Exception?.GetBaseException().Message);
        if (fresh.Shards.FirstOrDefault(shard => shard.HasLostSession) is { } lost)
            return (ReshardEnd.SessionLost, $"shard {lost.Id} of {To} has to identify again: {lost.Status.Reason}");
        return gate.BudgetRenewsAt is { } renewsAt ? (ReshardEnd.BudgetLow, $"until {renewsAt:yyyy-MM-dd HH:mm} UTC") : null;
    }

    private string Missing(IFleetMerge merge)
    {
        if (!fresh.IsReady)
            return $"not ready: {ShardRanges.Of(fresh.Shards.Where(shard => shard.Status.State != ShardState.Ready).Select(shard => shard.Id))} of {To}";
        if (!_old.Fleet.IsReady)
            return $"not all of the {From} shards are ready";
        return merge.Awaited > 0 ? $"{merge.Awaited} guilds did not come" : "the streams of the two fleets are not alike";
    }

    private async Task<ReshardReport> GiveUpAsync(FleetRun run, (ReshardEnd End, string? Detail) reason)
    {
        _old.Fleet.Sink = _sink;
        await run.EndAsync();
        ReshardLog.GivenUp(logger, From, To, reason.End, reason.Detail);
        return new ReshardReport(From, To, reason.End, reason.Detail);
    }
}
