using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Gateway.Sessions;

/// <summary>
/// The last events of a session by sequence number: what waits to be sent and what a RESUME may ask for again.
/// Events are rendered only when they are sent. Not safe by itself: its session guards it.
/// </summary>
internal sealed class EventLog(TimeProvider clock, int capacity, TimeSpan age)
{
    private Entry[] _ring = new Entry[64];
    private int _start;
    private int _count;

    /// <summary>The sequence number of the oldest event here; one past <see cref="Last"/> when empty.</summary>
    public long First => Last - _count + 1;

    public long Last { get; private set; }

    public long Append(WorldEvent happened)
    {
        if (_count == _ring.Length)
        {
            Grow();
        }

        _ring[(_start + _count++) % _ring.Length] = new Entry(happened, clock.GetUtcNow());
        return ++Last;
    }

    public WorldEvent this[long sequence] => _ring[(_start + (int)(sequence - First)) % _ring.Length].Event;

    /// <summary>Forgets the oldest: what is over the capacity, and what is too old.</summary>
    /// <param name="keepFrom">Events from here on wait for their client and do not age.</param>
    public void Trim(long keepFrom)
    {
        var oldest = clock.GetUtcNow() - age;
        while (_count > 0 && (_count > capacity || (_ring[_start].At < oldest && First < keepFrom)))
        {
            _ring[_start] = default;
            _start = (_start + 1) % _ring.Length;
            _count--;
        }
    }

    private void Grow()
    {
        var larger = new Entry[_ring.Length * 2];
        for (var index = 0; index < _count; index++)
        {
            larger[index] = _ring[(_start + index) % _ring.Length];
        }

        (_ring, _start) = (larger, 0);
    }

    private readonly record struct Entry(WorldEvent Event, DateTimeOffset At);
}
