namespace Vexera.Core.Telemetry.Reading;

/// <summary>What was recorded under one set of tags. Takes no lock.</summary>
/// <param name="tags">The tags.</param>
/// <param name="kind">What the values mean.</param>
internal sealed class MeasuredSeries(KeyValuePair<string, object?>[] tags, MeterKind kind)
{
    private readonly KeyValuePair<string, string>[] _text = SeriesTags.Text(tags);
    private readonly long[] _buckets = kind == MeterKind.Histogram ? new long[ExponentialBuckets.Count] : [];
    private double _sum;
    private double _max;

    /// <summary>The tags.</summary>
    public ReadOnlySpan<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>Adds a change, or a value of a histogram.</summary>
    public void Add(double value)
    {
        if (kind == MeterKind.Histogram)
        {
            Interlocked.Increment(ref _buckets[ExponentialBuckets.IndexOf(value)]);
            Raise(value);
        }

        for (var seen = Volatile.Read(ref _sum); ;)
        {
            var was = Interlocked.CompareExchange(ref _sum, seen + value, seen);
            if (BitConverter.DoubleToInt64Bits(was) == BitConverter.DoubleToInt64Bits(seen))
                return;
            seen = was;
        }
    }

    /// <summary>Takes the place of the value before.</summary>
    public void Set(double value) => Volatile.Write(ref _sum, value);

    /// <summary>What is recorded so far.</summary>
    public MeterSeries Read()
    {
        var sum = Volatile.Read(ref _sum);
        if (kind != MeterKind.Histogram)
            return new MeterSeries(_text, (long)Math.Round(sum), sum, sum);
        var (buckets, count) = (new long[_buckets.Length], 0L);
        for (var i = 0; i < buckets.Length; i++)
            count += buckets[i] = Volatile.Read(ref _buckets[i]);
        return new MeterSeries(_text, count, sum, Volatile.Read(ref _max)) { Buckets = buckets };
    }

    private void Raise(double value)
    {
        for (var seen = Volatile.Read(ref _max); value > seen;)
            seen = Interlocked.CompareExchange(ref _max, value, seen) is var was && was.Equals(seen) ? value : was;
    }
}
