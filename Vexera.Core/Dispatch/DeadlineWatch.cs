namespace Vexera.Core.Dispatch;

/// <summary>Looks after the deadlines of all handlers with one timer, which rests while nothing waits for handlers or is with them.</summary>
internal sealed class DeadlineWatch : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);
    private readonly WorkerPool _pool;
    private readonly DispatchBudget _budget;
    private readonly TimeSpan _deadline;
    private readonly TimeSpan _grace;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly TimeSpan _period;
    private int _isLooking;
    private int _rests = 1;

    public DeadlineWatch(WorkerPool pool, DispatchBudget budget, TimeSpan deadline, TimeSpan grace, TimeProvider time)
    {
        _pool = pool;
        _budget = budget;
        _deadline = deadline;
        _grace = grace;
        _time = time;
        _period = TimeSpan.FromTicks(Math.Clamp(deadline.Ticks / 8, Shortest.Ticks, Longest.Ticks));
        _timer = time.CreateTimer(static watch => ((DeadlineWatch)watch!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something was queued.</summary>
    public void Rouse()
    {
        if (Volatile.Read(ref _rests) == 1 && Interlocked.Exchange(ref _rests, 0) == 1)
            _timer.Change(_period, _period);
    }

    /// <summary>Asks every running handler to stop.</summary>
    public void CancelAll() => Cancel(long.MaxValue);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (Interlocked.Exchange(ref _isLooking, 1) != 0)
            return;
        _pool.Abandon(Before(_deadline + _grace));
        Cancel(Before(_deadline));
        _pool.Nudge();
        if (_budget.Events == 0)
            Rest();
        Volatile.Write(ref _isLooking, 0);
    }

    private void Rest()
    {
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Interlocked.Exchange(ref _rests, 1);
        // What was queued meanwhile found the watch awake.
        if (_budget.Events > 0)
            Rouse();
    }

    private void Cancel(long deadline)
    {
        foreach (var worker in _pool.Workers)
            _ = ObserveAsync(worker.CancelIfRunningSince(deadline));
    }

    // What a handler registered to run at its cancellation may throw; that is the handler's failure and no one else's.
    private static async Task ObserveAsync(Task cancelling) => await cancelling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private long Before(TimeSpan span) => _time.GetTimestamp() - (long)(span.TotalSeconds * _time.TimestampFrequency);
}
