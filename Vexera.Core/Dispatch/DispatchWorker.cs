namespace Vexera.Core.Dispatch;

/// <summary>
/// One place at which a handler is called. It takes lanes and calls their handlers, one event at a time; a handler that waits
/// keeps the place but no thread. A handler past its deadline and grace is left behind: then another worker has the place, and
/// this one ends.
/// </summary>
internal sealed class DispatchWorker(WorkerPool pool) : IThreadPoolWorkItem, IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _cancellation = new();
    private HandlerCall _call;
    private CallState _state;
    private bool _isWaiting;
    private bool _isDisposed;

    private enum CallState
    {
        None,
        Running,
        Cancelled,
        Abandoned,
    }

    /// <inheritdoc/>
    public void Execute()
    {
        while (pool.TryTake(this, out var call))
        {
            if (!Handle(call))
                return;
        }
    }

    /// <summary>Asks the handler to stop if it has run since before <paramref name="deadline"/>.</summary>
    /// <param name="deadline">A timestamp of the clock.</param>
    public Task CancelIfRunningSince(long deadline)
    {
        lock (_lock)
        {
            if (_state != CallState.Running || _call.StartedAt > deadline)
                return Task.CompletedTask;
            _state = CallState.Cancelled;
            return _cancellation.CancelAsync();
        }
    }

    /// <summary>Leaves the handler behind if it was asked to stop and has run since before <paramref name="deadline"/>.</summary>
    /// <param name="deadline">A timestamp of the clock.</param>
    /// <param name="call">The call that was left behind.</param>
    /// <param name="wasRunning">Whether the handler holds a thread.</param>
    public bool TryAbandon(long deadline, out HandlerCall call, out bool wasRunning)
    {
        lock (_lock)
        {
            call = _call;
            wasRunning = !_isWaiting;
            if (_state != CallState.Cancelled || _call.StartedAt > deadline)
                return false;
            _state = CallState.Abandoned;
            return true;
        }
    }

    /// <summary>Ends the worker, once the handler that it is calling has ended.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            if (_state == CallState.None)
                _cancellation.Dispose();
        }
    }

    // Whether the worker can go on at once; else the call goes on by itself, or the worker was replaced.
    private bool Handle(HandlerCall call)
    {
        ValueTask handling;
        var token = Begin(call);
        try
        {
            handling = call.Lane.Subscription.InvokeAsync(call.Context, token);
        }
        catch (Exception failure)
        {
            return End(call, failure);
        }

        if (!handling.IsCompleted)
        {
            LeaveWaiting();
            _ = AwaitAsync(call, handling);
            return false;
        }

        return End(call, FailureOf(handling));
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

    // An abandoned call is not counted as running any more.
    private void LeaveWaiting()
    {
        lock (_lock)
        {
            if (_state == CallState.Abandoned)
                return;
            _isWaiting = true;
        }

        pool.Leave();
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
        if (End(call, failure))
            pool.Return(this);
    }

    private CancellationToken Begin(in HandlerCall call)
    {
        lock (_lock)
        {
            _call = call;
            _isWaiting = false;
            _state = CallState.Running;
            return _cancellation.Token;
        }
    }

    private bool End(in HandlerCall call, Exception? failure)
    {
        bool late;
        lock (_lock)
        {
            if (_state == CallState.Abandoned)
                return false;
            late = _state == CallState.Cancelled;
            _state = CallState.None;
            _call = default;
            if (_isDisposed)
                _cancellation.Dispose();
            else if (late || !_cancellation.TryReset())
                _cancellation = new CancellationTokenSource();
        }

        pool.Finish(call, failure, late);
        return true;
    }
}
