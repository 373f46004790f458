namespace Vexera.Core.Telemetry.Reading;

/// <summary>The values of one instrument under one set of tags.</summary>
/// <param name="Tags">The tags, ordered by name; empty for none.</param>
/// <param name="Count">Of a histogram how many values were recorded; of anything else <paramref name="Sum"/>, rounded.</param>
/// <param name="Sum">Of a counter its total, of a gauge its value, of a histogram the sum of all values; in the instrument's unit.</param>
/// <param name="Max">Of a histogram the greatest value, 0 for none; of anything else <paramref name="Sum"/>.</param>
internal sealed record MeterSeries(IReadOnlyList<KeyValuePair<string, string>> Tags, long Count, double Sum, double Max)
{
    /// <summary>Of a histogram how many values lie in each of <see cref="ExponentialBuckets"/>; empty for anything else.</summary>
    public ReadOnlyMemory<long> Buckets { get; init; }

    /// <summary>The value of a tag, or null.</summary>
    /// <param name="name">The tag's name.</param>
    public string? Tag(string name)
    {
        foreach (var (key, value) in Tags)
        {
            if (key == name)
                return value;
        }

        return null;
    }

    /// <summary>The value of a histogram that a share of its values does not exceed, within an eighth of the true one.</summary>
    /// <param name="p">The share, 0 to 1: 0.5 for the median.</param>
    /// <returns>In the instrument's unit; 0 while nothing is recorded and for anything that is no histogram.</returns>
    public double Percentile(double p) => Math.Min(ExponentialBuckets.Percentile(Buckets.Span, p), Max);

    /// <summary>
    /// What was recorded since an earlier read of the same counter or histogram. Its <see cref="Max"/> is that of a bucket, so
    /// up to 12 % too great.
    /// </summary>
    /// <param name="earlier">The earlier read; null for nothing yet.</param>
    public MeterSeries Since(MeterSeries? earlier)
    {
        if (earlier is null)
            return this;
        if (Buckets.IsEmpty)
            return this with { Count = Count - earlier.Count, Sum = Sum - earlier.Sum, Max = Sum - earlier.Sum };
        var buckets = Buckets.ToArray();
        for (var i = 0; i < earlier.Buckets.Length; i++)
            buckets[i] -= earlier.Buckets.Span[i];
        return this with
        {
            Count = Count - earlier.Count,
            Sum = Sum - earlier.Sum,
            Max = Math.Min(ExponentialBuckets.Percentile(buckets, 1), Max),
            Buckets = buckets,
        };
    }

    /// <summary>All series as one without tags.</summary>
    /// <param name="series">Those of one instrument; none give zeros.</param>
    public static MeterSeries Total(IEnumerable<MeterSeries> series)
    {
        var (count, sum, max, buckets) = (0L, 0.0, 0.0, Array.Empty<long>());
        foreach (var one in series)
        {
            (count, sum) = (count + one.Count, sum + one.Sum);
            max = one.Buckets.IsEmpty ? sum : Math.Max(max, one.Max);
            if (buckets.Length < one.Buckets.Length)
                buckets = new long[one.Buckets.Length];
            for (var i = 0; i < one.Buckets.Length; i++)
                buckets[i] += one.Buckets.Span[i];
        }

        return new MeterSeries([], count, sum, max) { Buckets = buckets };
    }
}
