using System.Globalization;
using System.Text;

namespace Vexera.Host.Dashboard.Charts;

/// <summary>Draws figures over time. Pure arithmetic.</summary>
internal static class ChartBuilder
{
    private const double Width = 1000;
    private const double Height = 100;
    private const int TickCount = 4;

    // A pause this many times longer than usual between two figures is a pause of the process.
    private const int GapFactor = 4;

    /// <summary>The time axis of a range that ends at an instant.</summary>
    public static TimeAxis Axis(ChartRange range, DateTimeOffset to)
    {
        var (from, step) = (to - range.Length(), range.Step());
        var first = new DateTimeOffset((from.UtcTicks / step.Ticks + 1) * step.Ticks, TimeSpan.Zero);
        var ticks = new List<DateTimeOffset>();
        for (var at = first; at < to; at += step)
        {
            // A label in the middle of which the edge lies would reach beyond the chart.
            if (at - from > step / 4 && to - at > step / 4)
                ticks.Add(at);
        }

        return new TimeAxis(from, to, ticks);
    }

    /// <summary>Draws a line.</summary>
    /// <param name="axis">The time axis.</param>
    /// <param name="points">Figures by time, all from 0.</param>
    /// <param name="least">The upper edge is at this figure or above it.</param>
    /// <param name="isBinary">Whether labels are to be round in units of 1,024.</param>
    public static Chart Draw(TimeAxis axis, IReadOnlyList<(DateTimeOffset At, double Value)> points, double least, bool isBinary = false)
    {
        if (points.Count == 0)
            return new Chart("", "", least, [], "[]", 0, 0, null);
        var most = points.Max(point => point.Value);
        var (top, ticks) = Scale(Math.Max(most, least), isBinary);
        var gap = GapFactor * Math.Max((axis.To - axis.From).TotalSeconds / 180, TypicalStep(points));
        var (line, area, data) = (new StringBuilder(), new StringBuilder(), new StringBuilder("["));
        var culture = CultureInfo.InvariantCulture;
        double lastSecond = double.NegativeInfinity, lastX = 0;
        foreach (var (at, value) in points)
        {
            var second = (at - axis.From).TotalSeconds;
            var x = Math.Clamp(Width * second / (axis.To - axis.From).TotalSeconds, 0, Width);
            var y = Height * (1 - Math.Clamp(value / top, 0, 1));
            if (second - lastSecond > gap)
            {
                if (line.Length > 0)
                    area.Append(culture, $"L{lastX:0.#} {Height}Z");
                line.Append(culture, $"M{x:0.#} {y:0.##}");
                area.Append(culture, $"M{x:0.#} {Height}L{x:0.#} {y:0.##}");
            }
            else
            {
                line.Append(culture, $"L{x:0.#} {y:0.##}");
                area.Append(culture, $"L{x:0.#} {y:0.##}");
            }

            data.Append(culture, $"{(data.Length > 1 ? "," : "")}[{second:0},{value:G5}]");
            (lastSecond, lastX) = (second, x);
        }

        area.Append(culture, $"L{lastX:0.#} {Height}Z");
        return new Chart(
            line.ToString(), area.ToString(), top, ticks, data.Append(']').ToString(), points.Min(point => point.Value), most, points[^1].Value);
    }

    /// <summary>A round figure at or above another one, and round figures from 0 to it.</summary>
    internal static (double Top, IReadOnlyList<double> Ticks) Scale(double most, bool isBinary)
    {
        var unit = 1.0;
        while (isBinary && most / unit >= 1024)
            unit *= 1024;
        var rough = most / unit / TickCount;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double[] steps = [1, 2, 2.5, 5, 10];
        var step = steps.First(factor => factor * magnitude >= rough * 0.999_999) * magnitude * unit;
        var count = (int)Math.Ceiling(most / step * 0.999_999);
        return (step * count, [.. Enumerable.Range(0, count + 1).Select(index => step * index)]);
    }

    private static double TypicalStep(IReadOnlyList<(DateTimeOffset At, double Value)> points)
    {
        if (points.Count < 2)
            return 0;
        var steps = Enumerable.Range(1, points.Count - 1).Select(index => (points[index].At - points[index - 1].At).TotalSeconds).Order().ToList();
        return steps[steps.Count / 2];
    }
}
