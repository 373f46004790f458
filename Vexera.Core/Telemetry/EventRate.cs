namespace Vexera.Core.Telemetry;

/// <summary>Counts events by the second for 30 minutes, in a ring of fixed size.</summary>
internal sealed class EventRate : IEventRate
{
    private const int Seconds = 30 * 60;
    private const int SecondBits = 32;

    // Each slot holds its second in the upper and the events of that second in the lower half, so that one exchange changes both.
    private readonly ulong[] _slots = new ulong[Seconds + 1];
    private readonly TimeProvider _time;
    private readonly long _startedAt;

    public EventRate(TimeProvider time)
    {
        _time = time;
        _startedAt = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Record(long at)
    {
        var now = (uint)Math.Max(0, _time.GetElapsedTime(_startedAt, at).TotalSeconds);
        ref var slot = ref _slots[now % (uint)_slots.Length];
        while (true)
        {
            var seen = Volatile.Read(ref slot);
            var next = seen >> SecondBits == now ? seen + 1 : ((ulong)now << SecondBits) | 1;
            if (Interlocked.CompareExchange(ref slot, next, seen) == seen)
                return;
        }
    }

    /// <inheritdoc/>
    public double PerSecond(TimeSpan window)
    {
        var now = Now();
        var seconds = (uint)Math.Min(Math.Clamp(window.TotalSeconds, 1, Seconds), now);
        if (seconds == 0)
            return 0;
        ulong events = 0;
        for (var second = now - seconds; second < now; second++)
        {
            var slot = Volatile.Read(ref _slots[second % (uint)_slots.Length]);
            if (slot >> SecondBits == second)
                events += slot & uint.MaxValue;
        }

        return (double)events / seconds;
    }

    private uint Now() => (uint)_time.GetElapsedTime(_startedAt).TotalSeconds;
}
