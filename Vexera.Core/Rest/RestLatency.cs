using Vexera.Core.Telemetry;

namespace Vexera.Core.Rest;

/// <summary>Keeps the round trips of the last requests.</summary>
internal sealed class RestLatency : IRestLatency
{
    private const int Kept = 64;
    private readonly Lock _gate = new();
    private readonly TimeSpan[] _samples = new TimeSpan[Kept];
    private long _count;

    /// <inheritdoc/>
    public TimeSpan? Last
    {
        get
        {
            lock (_gate)
                return _count == 0 ? null : _samples[(_count - 1) % Kept];
        }
    }

    /// <inheritdoc/>
    public TimeSpan? Median
    {
        get
        {
            lock (_gate)
            {
                if (_count == 0)
                    return null;
                var sorted = _samples[..(int)Math.Min(_count, Kept)];
                Array.Sort(sorted);
                var middle = sorted.Length / 2;
                return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            }
        }
    }

    /// <summary>One more round trip.</summary>
    public void Add(TimeSpan roundTrip)
    {
        lock (_gate)
            _samples[_count++ % Kept] = roundTrip;
    }
}
