using Vexera.Core.Telemetry.Instruments;

namespace Vexera.Core.Telemetry;

/// <summary>Counts events, and keeps for each second of 30 minutes how many there were when it began, in a ring of fixed size.</summary>
internal sealed class EventRate : IEventRate
{
    private const int Seconds = 30 * 60;
    private readonly StripedCells _events = new(1);
    private readonly long[] _before = new long[Seconds + 1];
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private long _second;
    private long _secondEndsAt;

    public EventRate(TimeProvider time)
    {
        _time = time;
        _startedAt = time.GetTimestamp();
        _secondEndsAt = _startedAt + time.TimestampFrequency;
    }

    /// <inheritdoc/>
    public void Record(long at)
    {
        // One thread goes over to the next second; those who meet it there need not wait for that.
        if (at >= Volatile.Read(ref _secondEndsAt) && _lock.TryEnter())
        {
            try
            {
                AdvanceTo(at);
            }
            finally
            {
                _lock.Exit();
            }
        }

        _events.Add(0, 1);
    }

    /// <inheritdoc/>
    public double PerSecond(TimeSpan window)
    {
        lock (_lock)
        {
            AdvanceTo(_time.GetTimestamp());
            var seconds = (long)Math.Min(Math.Clamp(window.TotalSeconds, 1, Seconds), _second);
            return seconds == 0 ? 0 : (double)(Before(_second) - Before(_second - seconds)) / seconds;
        }
    }

    private ref long Before(long second) => ref _before[second % _before.Length];

    private void AdvanceTo(long at)
    {
        var second = (at - _startedAt) / _time.TimestampFrequency;
        if (second <= _second)
            return;
        var events = _events.Sum(0);
        for (var next = Math.Max(_second + 1, second - Seconds); next <= second; next++)
            Before(next) = events;
        Volatile.Write(ref _second, second);
        Volatile.Write(ref _secondEndsAt, _startedAt + ((second + 1) * _time.TimestampFrequency));
    }
}
