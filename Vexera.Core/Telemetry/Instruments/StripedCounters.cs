using System.Diagnostics.Metrics;

namespace Vexera.Core.Telemetry.Instruments;

/// <summary>
/// A counter for what happens at every event. The usual instrument looks its tags up at each recording as soon as anybody
/// listens; here a series is found once, counting is one addition, and listeners ask for the totals (docs/decisions/0010-meters.md).
/// </summary>
internal sealed class StripedCounters
{
    private readonly Lock _lock = new();
    private readonly StripedCells _cells;
    private readonly KeyValuePair<string, object?>[][] _tags;
    private int _count;

    /// <param name="meter">Where the instrument is published.</param>
    /// <param name="name">The instrument's name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="description">What it counts.</param>
    /// <param name="mostSeries">Most sets of tags; what comes after them shares the last.</param>
    public StripedCounters(Meter meter, string name, string unit, string description, int mostSeries = 512)
    {
        _cells = new StripedCells(mostSeries);
        _tags = new KeyValuePair<string, object?>[mostSeries][];
        Instrument = meter.CreateObservableCounter(name, Observe, unit, description);
    }

    /// <summary>What listeners see.</summary>
    public ObservableCounter<long> Instrument { get; }

    /// <summary>The total over all tags.</summary>
    public long Total => Enumerable.Range(0, Volatile.Read(ref _count)).Sum(_cells.Sum);

    /// <summary>The series with these tags: keep it, finding it takes a lock.</summary>
    /// <param name="tags">The tags, always in the same order.</param>
    public StripedCounter With(params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_lock)
        {
            for (var i = 0; i < _count; i++)
            {
                if (tags.SequenceEqual(_tags[i]))
                    return new StripedCounter(_cells, i);
            }

            if (_count < _tags.Length)
            {
                _tags[_count] = _count < _tags.Length - 1 ? tags.ToArray() : [new("otel.metric.overflow", "true")];
                Volatile.Write(ref _count, _count + 1);
            }

            return new StripedCounter(_cells, _count - 1);
        }
    }

    private IEnumerable<Measurement<long>> Observe()
    {
        // What has not happened yet has no series, as with the usual instrument.
        for (var i = 0; i < Volatile.Read(ref _count); i++)
        {
            if (_cells.Sum(i) is var sum and not 0)
                yield return new Measurement<long>(sum, _tags[i]);
        }
    }
}

/// <summary>One series of <see cref="StripedCounters"/>.</summary>
/// <param name="cells">Where it counts.</param>
/// <param name="index">Which it is.</param>
internal readonly struct StripedCounter(StripedCells cells, int index)
{
    /// <summary>Counts. Never waits, throws or allocates.</summary>
    /// <param name="value">How many.</param>
    public void Add(long value = 1) => cells.Add(index, value);
}
