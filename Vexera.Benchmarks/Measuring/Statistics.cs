namespace Vexera.Benchmarks.Measuring;

/// <summary>What many runs say together.</summary>
internal static class Statistics
{
    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            throw new InvalidOperationException("There is no median of nothing.");
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The one that so many of all do not exceed.</summary>
    /// <param name="values">The runs.</param>
    /// <param name="share">Of all, 0 to 1.</param>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static double Percentile(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            throw new InvalidOperationException("There is no percentile of nothing.");
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
