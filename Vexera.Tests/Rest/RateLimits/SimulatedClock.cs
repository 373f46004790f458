namespace Vexera.Tests.Rest.RateLimits;

/// <summary>A clock that jumps from one due moment to the next, on one thread: minutes pass in milliseconds, and always alike.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private readonly PriorityQueue<(Timer Timer, int Version), (TimeSpan Due, long Order)> _due = new();
    private long _order;

    public TimeSpan Now { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void After(TimeSpan wait, Action action) => new Timer(this, action).Change(wait, Timeout.InfiniteTimeSpan);

    /// <summary>Goes to the next due moment and does what is due; false when nothing is.</summary>
    public bool Step()
    {
        while (_due.TryDequeue(out var entry, out var at))
        {
            if (entry.Timer.Version != entry.Version)
                continue;
            Now = at.Due > Now ? at.Due : Now;
            entry.Timer.Fire();
            return true;
        }

        return false;
    }

    private sealed class Timer(SimulatedClock clock, Action action) : ITimer
    {
        public int Version { get; private set; }

        public void Fire()
        {
            Version++;
            action();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Version++;
            if (dueTime >= TimeSpan.Zero)
                clock._due.Enqueue((this, Version), (clock.Now + dueTime, clock._order++));
            return true;
        }

        public void Dispose() => Version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
