namespace Vexera.Core.Dispatch;

/// <summary>
/// One place at which a handler is called. It takes lanes and calls their handlers, one event at a time; a handler that waits
/// keeps the place but no thread. A handler past its deadline and grace is left behind: then another worker has the place, and
/// this one ends.
/// </summary>
internal sealed class DispatchWorker(WorkerPool pool) : IDisposable
{
    private CancellationTokenSource _cancellation = new();
    private HandlerCall _call;
    private CallState _state;

    private enum Outcome
    {
        Ended,
        Waits,
        LeftBehind,
    }

    /// <summary>Handles what is ready until there is no more, a handler waits, or the thread's turn is over.</summary>
    /// <param name="turn">How many events the thread has taken in its turn.</param>
    /// <returns>Whether the thread still counts as running handlers; not when a handler that held it was left behind.</returns>
    public bool Run(ref int turn)
    {
        while (pool.TryTake(ref turn, out var call))
        {
            var outcome = Handle(call);
            if (outcome != Outcome.Ended)
                return outcome == Outcome.Waits;
        }

        pool.Rest(this);
        return true;
    }

    /// <summary>Asks the handler to stop if it has run since before <paramref name="deadline"/>.</summary>
    /// <param name="deadline">A timestamp of the clock.</param>
    public Task CancelIfRunningSince(long deadline)
    {
        var seen = _state.Look();
        var cancellation = _cancellation;
        return _call.StartedAt <= deadline && _state.TryCancel(seen) ? cancellation.CancelAsync() : Task.CompletedTask;
    }

    /// <summary>Leaves the handler behind if it was asked to stop and has run since before <paramref name="deadline"/>.</summary>
    /// <param name="deadline">A timestamp of the clock.</param>
    /// <param name="call">The call that was left behind.</param>
    /// <param name="holdsThread">Whether the handler has not even begun to wait.</param>
    public bool TryAbandon(long deadline, out HandlerCall call, out bool holdsThread)
    {
        var seen = _state.Look();
        call = _call;
        holdsThread = false;
        return call.StartedAt <= deadline && _state.TryAbandon(seen, out holdsThread);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A handler may still use its token.
        if (_state.IsIdle)
            _cancellation.Dispose();
    }

    private Outcome Handle(in HandlerCall call)
    {
        ValueTask handling;
        var token = Begin(call);
        try
        {
            handling = call.Lane.Subscription.InvokeAsync(call.Context, token);
        }
        catch (Exception failure)
        {
            return End(call, failure, waited: false) ? Outcome.Ended : Outcome.LeftBehind;
        }

        if (handling.IsCompleted)
            return End(call, FailureOf(handling), waited: false) ? Outcome.Ended : Outcome.LeftBehind;
        // Before anybody can see that it waits, and then see it end.
        var places = call.Lane.Subscription.Places;
        places.Enter();
        var outcome = _state.TryWait() ? Outcome.Waits : Outcome.LeftBehind;
        if (outcome == Outcome.LeftBehind)
            places.Leave();
        _ = AwaitAsync(call with { IsMeasured = true }, handling);
        return outcome;
    }

    private static Exception? FailureOf(ValueTask ended)
    {
        try
        {
            ended.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private async Task AwaitAsync(HandlerCall call, ValueTask handling)
    {
        Exception? failure = null;
        try
        {
            await handling;
        }
        catch (Exception e)
        {
            failure = e;
        }

        // The handler ended on a thread of its own choice, which must not be kept.
        if (End(call, failure, waited: true))
            pool.Return(this);
    }

    private CancellationToken Begin(in HandlerCall call)
    {
        _call = call;
        _state.Begin();
        return _cancellation.Token;
    }

    private bool End(in HandlerCall call, Exception? failure, bool waited)
    {
        if (!_state.TryEnd(out var late))
            return false;
        if (late || !_cancellation.TryReset())
            _cancellation = new CancellationTokenSource();
        pool.Finish(call, failure, late, waited);
        return true;
    }
}
