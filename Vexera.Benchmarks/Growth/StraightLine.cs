namespace Vexera.Benchmarks.Growth;

/// <summary>A line by least squares.</summary>
/// <param name="Start">Its value at 0.</param>
/// <param name="Slope">How much it rises with each unit.</param>
internal readonly record struct StraightLine(double Start, double Slope)
{
    /// <summary>The line that lies nearest to the points.</summary>
    public static StraightLine Through(IEnumerable<(double X, double Y)> points)
    {
        (double X, double Y)[] all = [.. points];
        var (x, y) = (all.Average(point => point.X), all.Average(point => point.Y));
        var slope = all.Sum(point => (point.X - x) * (point.Y - y)) / all.Sum(point => (point.X - x) * (point.X - x));
        return new StraightLine(y - (slope * x), slope);
    }

    /// <summary>Its value at <paramref name="x"/>.</summary>
    public double At(double x) => Start + (Slope * x);
}
