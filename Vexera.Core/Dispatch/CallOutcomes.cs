using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Vexera.Core.Events;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Instruments;

namespace Vexera.Core.Dispatch;

/// <summary>Counts and logs how calls of handlers go, and gives their room in the queue back.</summary>
internal sealed class CallOutcomes(DispatchBudget budget, VexeraMetrics metrics, TimeProvider time, ILogger<Dispatcher> logger)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly KeyValuePair<string, object?> Threw = new("reason", "threw");
    private static readonly KeyValuePair<string, object?> Deadline = new("reason", "deadline");
    private static readonly KeyValuePair<string, object?> LeftBehind = new("reason", "abandoned");
    private readonly ConcurrentDictionary<int, LogPace> _paces = new();
    private readonly SamplePace _samples = new(time);

    /// <summary>A handler is about to be called.</summary>
    public void Started(ref HandlerCall call)
    {
        if (!_samples.IsDue(call.StartedAt))
            return;
        call = call with { IsMeasured = true };
        metrics.DispatchDelay.Record(time.GetElapsedTime(call.Context.Origin.ReceivedAt, call.StartedAt).TotalSeconds);
    }

    /// <summary>A handler ended by itself.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What it threw, or null.</param>
    /// <param name="late">Whether it was asked to stop.</param>
    /// <param name="stopping">Whether the bot is stopping, so that being asked says nothing about the handler.</param>
    public void Ended(in HandlerCall call, Exception? failure, bool late, bool stopping)
    {
        var subscription = call.Lane.Subscription;
        subscription.Handled.Add();
        if (call.IsMeasured)
            metrics.HandlerDuration.Record(time.GetElapsedTime(call.StartedAt).TotalSeconds, subscription.Tag);
        if (late && !stopping)
        {
            metrics.HandlersFailed.Add(1, subscription.Tag, Deadline);
            if (PaceOf(subscription).TryTell(out var heldBack))
                DispatchLog.Late(logger, subscription.Handler, time.GetElapsedTime(call.StartedAt), heldBack);
        }
        else if (!late && failure is not null and not MalformedEventException)
        {
            metrics.HandlersFailed.Add(1, subscription.Tag, Threw);
            if (PaceOf(subscription).TryTell(out var heldBack))
                DispatchLog.Threw(logger, subscription.Handler, heldBack, failure);
        }

        // What the stop has broken off is handled again after the start.
        if (!stopping || failure is not OperationCanceledException)
            call.Context.Close();
        budget.Give(call.Context.Bytes);
    }

    /// <summary>A handler was left behind.</summary>
    public void Abandoned(in HandlerCall call)
    {
        var subscription = call.Lane.Subscription;
        subscription.Handled.Add();
        metrics.HandlersFailed.Add(1, subscription.Tag, LeftBehind);
        DispatchLog.Abandoned(logger, subscription.Handler, time.GetElapsedTime(call.StartedAt));
        call.Context.Close();
        budget.Give(call.Context.Bytes);
    }

    private LogPace PaceOf(Subscription subscription) =>
        _paces.GetOrAdd(subscription.Number, static (_, time) => new LogPace(Quiet, time), time);
}
