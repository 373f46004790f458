using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Rest;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Scheduling;

/// <summary>One attempt: calls the handler, for no longer than its deadline, and says what is to be written.</summary>
internal sealed class DueWorkRunner(
    DueWorkKinds kinds,
    Backoff backoff,
    IOptions<SchedulingOptions> options,
    VexeraMetrics metrics,
    TimeProvider time,
    ILogger<DueWorkRunner> logger)
{
    // What a handler may ask for: no spinning, and nothing beyond the calendar.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(365);

    private readonly LogPace _pace = new(TimeSpan.FromSeconds(10), time);

    /// <summary>Makes the attempt. Never throws.</summary>
    /// <param name="claimed">What is due.</param>
    /// <param name="stopping">The bot stops, and has waited long enough.</param>
    /// <returns>What is to be written, and the handler's call, which runs on if it does not heed its deadline.</returns>
    public async Task<(EndedWork Ended, Task Call)> RunAsync(ClaimedWork claimed, CancellationToken stopping)
    {
        var (deadline, grace) = (options.Value.HandlerDeadline, options.Value.HandlerGrace);
        using var late = new CancellationTokenSource(deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        var token = both.Token;
        metrics.DueWorkDelay.Record(Math.Max(0, (time.GetUtcNow() - claimed.NextAt).TotalSeconds));
        var handler = kinds.HandlerOf(claimed.Work.Kind);
        // Not on the engine's thread, whatever the handler does before its first wait.
        var call = Task.Run(
            () => RestPriority.InBackgroundAsync(() => handler.HandleAsync(claimed.Work, claimed.Attempt, token)), CancellationToken.None);
        await ((Task)call).WaitAsync(deadline + grace, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (EndOf(claimed, call, late.IsCancellationRequested, stopping.IsCancellationRequested), call);
    }

    private EndedWork EndOf(ClaimedWork claimed, Task<DueOutcome> call, bool isLate, bool isStopping)
    {
        if (call.IsCompletedSuccessfully)
            return EndOf(claimed, call.Result);
        if (call.IsCanceled && isStopping)
            return Count(claimed, "returned", new EndedWork(claimed, WorkEnd.Returned));
        var next = time.GetUtcNow() + backoff.After(claimed.Attempt);
        if (!call.IsCompleted)
            SchedulingLog.Abandoned(logger, claimed.Work.Kind, claimed.Work.Key, options.Value.HandlerDeadline + options.Value.HandlerGrace);
        else if (_pace.TryTell(out var heldBack))
            SchedulingLog.Failed(logger, call.Exception?.InnerException, claimed.Work.Kind, claimed.Work.Key, claimed.Attempt, next, heldBack);
        return Count(claimed, isLate ? "late" : "failed", new EndedWork(claimed, WorkEnd.Retry, next));
    }

    private EndedWork EndOf(ClaimedWork claimed, DueOutcome outcome)
    {
        switch (outcome.Decision)
        {
            case DueDecision.Done:
                return Count(claimed, "done", new EndedWork(claimed, WorkEnd.Over));
            case DueDecision.GiveUp:
                SchedulingLog.GivenUp(logger, claimed.Work.Kind, claimed.Work.Key, claimed.Attempt, outcome.Reason ?? "");
                return Count(claimed, "given_up", new EndedWork(claimed, WorkEnd.Over));
            default:
                var wait = outcome.After is { } after ? Clamp(after) : backoff.After(claimed.Attempt);
                return Count(claimed, "retried", new EndedWork(claimed, WorkEnd.Retry, time.GetUtcNow() + wait));
        }
    }

    private static TimeSpan Clamp(TimeSpan wait) =>
        TimeSpan.FromTicks(Math.Clamp(wait.Ticks, ShortestWait.Ticks, LongestWait.Ticks));

    private EndedWork Count(ClaimedWork claimed, string outcome, EndedWork ended)
    {
        metrics.DueWorkRuns.Add(1, new("kind", claimed.Work.Kind), new("outcome", outcome));
        return ended;
    }
}
