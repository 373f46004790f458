namespace Vexera.Core.Telemetry.Reading;

/// <summary>
/// An instrument that tells each recording: finds the series of its tags in a table without locks; only a set of tags that
/// was not seen before takes one, once.
/// </summary>
/// <param name="about">What it is.</param>
/// <param name="sets">Whether a recording takes the place of the one before, instead of being added.</param>
internal sealed class MeasuredInstrument(MeterInstrument about, bool sets) : IReadInstrument
{
    /// <summary>Most sets of tags; the one for what comes after is not counted.</summary>
    public const int MostSeries = 1_000;

    private readonly Lock _lock = new();
    private readonly MeasuredSeries _overflow = new(SeriesTags.Overflow, about.Kind);

    // Open addressing, never more than half full; entries are only added, and a table that grows is replaced whole.
    private MeasuredSeries?[] _table = new MeasuredSeries?[8];
    private int _count;
    private volatile bool _overflows;

    /// <inheritdoc/>
    public MeterInstrument About => about;

    /// <summary>Takes a recording.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = SeriesTags.HashOf(tags);
        var series = Find(Volatile.Read(ref _table), hash, tags) ?? Add(hash, tags);
        if (sets)
            series.Set(value);
        else
            series.Add(value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeterSeries> Read()
    {
        var series = Volatile.Read(ref _table).OfType<MeasuredSeries>().Select(one => one.Read());
        return _overflows ? [.. series, _overflow.Read()] : [.. series];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static MeasuredSeries? Find(MeasuredSeries?[] table, uint hash, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        for (var i = hash; ; i++)
        {
            var series = Volatile.Read(ref table[i & (table.Length - 1)]);
            if (series is null || SeriesTags.AreEqual(series.Tags, tags))
                return series;
        }
    }

    private static void Put(MeasuredSeries?[] table, uint hash, MeasuredSeries series)
    {
        var i = hash;
        while (table[i & (table.Length - 1)] is not null)
            i++;
        Volatile.Write(ref table[i & (table.Length - 1)], series);
    }

    private MeasuredSeries Add(uint hash, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_overflows)
            return _overflow;
        lock (_lock)
        {
            if (Find(_table, hash, tags) is { } added)
                return added;
            if (_count == MostSeries)
            {
                _overflows = true;
                return _overflow;
            }

            if (++_count * 2 > _table.Length)
                Grow();
            var series = new MeasuredSeries(tags.ToArray(), about.Kind);
            Put(_table, hash, series);
            return series;
        }
    }

    private void Grow()
    {
        var larger = new MeasuredSeries?[_table.Length * 2];
        foreach (var series in _table.OfType<MeasuredSeries>())
            Put(larger, SeriesTags.HashOf(series.Tags), series);
        Volatile.Write(ref _table, larger);
    }
}
