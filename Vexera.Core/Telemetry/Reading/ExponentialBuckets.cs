namespace Vexera.Core.Telemetry.Reading;

/// <summary>
/// The fixed buckets of histograms: eight to each doubling, from a millionth to 4,096, each with its lower bound in it. Values
/// outside, negative ones and such that are no number lie in the first or the last.
/// </summary>
internal static class ExponentialBuckets
{
    /// <summary>How many there are.</summary>
    public const int Count = (HighestExponent - LowestExponent) << SubBits;

    // A double's bits from the top: sign, 11 of exponent, then the mantissa, whose first three number the part of the doubling.
    private const int SubBits = 3;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;
    private const int LowestExponent = -20;
    private const int HighestExponent = 12;
    private const long First = (long)(LowestExponent + ExponentBias) << SubBits;

    /// <summary>The bucket of a value.</summary>
    public static int IndexOf(double value)
    {
        // No number and negative values alike.
        if (!(value > 0))
            return 0;
        var place = (BitConverter.DoubleToInt64Bits(value) >> (MantissaBits - SubBits)) - First;
        return (int)Math.Clamp(place, 0, Count - 1);
    }

    /// <summary>The least value of a bucket; of the first, and of the one after the last too.</summary>
    /// <param name="index">0 to <see cref="Count"/>.</param>
    public static double LowerBound(int index) =>
        index == 0 ? 0 : BitConverter.Int64BitsToDouble((First + index) << (MantissaBits - SubBits));

    /// <summary>The value that a share of all values does not exceed.</summary>
    /// <param name="buckets">How many values lie in each bucket.</param>
    /// <param name="p">The share, 0 to 1.</param>
    /// <returns>0 when there are none.</returns>
    public static double Percentile(ReadOnlySpan<long> buckets, double p)
    {
        var total = 0L;
        foreach (var count in buckets)
            total += count;
        var rank = Math.Clamp(p, 0, 1) * total;
        var before = 0L;
        for (var i = 0; i < buckets.Length; before += buckets[i++])
        {
            if (buckets[i] == 0 || before + buckets[i] < rank)
                continue;
            var (low, high) = (LowerBound(i), LowerBound(i + 1));
            return low + ((high - low) * ((rank - before) / buckets[i]));
        }

        return 0;
    }
}
