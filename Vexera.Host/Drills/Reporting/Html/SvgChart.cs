using System.Globalization;
using System.Net;
using System.Text;

namespace Vexera.Host.Drills.Reporting.Html;

/// <summary>A graph over time as SVG that stands in a page; its colours are the page's.</summary>
/// <param name="title">What it shows, unit included.</param>
/// <param name="seconds">How long the time axis is.</param>
/// <param name="lines">The marks.</param>
internal sealed class SvgChart(string title, double seconds, IReadOnlyList<ChartLine> lines)
{
    private const double Width = 960, PlotHeight = 142, Left = 58, Right = 12, Top = 24, AxisRow = 16, LeastBetweenNumbers = 16, LeastBetweenClocks = 40;
    private const double PlotBottom = Top + PlotHeight;
    private const int Ticks = 8, Rows = 3;

    private readonly bool _hasClock = lines.Any(line => line.Clock is not null);

    /// <summary>Lines beside each other.</summary>
    public string Lines(IReadOnlyList<Series> series)
    {
        var most = NiceMost(series.SelectMany(one => one.Points).Max(point => point.Value) ?? 0);
        var paths = series.Select((one, number) => Invariant($"""<path class="line c{number}" d="{Path(one.Points, most)}"/>"""));
        return Draw(string.Concat(paths), most, series);
    }

    /// <summary>Bands on top of each other.</summary>
    public string Stack(IReadOnlyList<Series> series)
    {
        var times = series.SelectMany(one => one.Points).Select(point => point.At).Distinct().Order().ToArray();
        var values = series.Select(one => one.Points.ToDictionary(point => point.At, point => point.Value ?? 0)).ToArray();
        var below = new double[times.Length];
        var most = NiceMost(times.Select(at => values.Sum(one => one.GetValueOrDefault(at))).DefaultIfEmpty().Max());
        var paths = new StringBuilder();
        for (var number = 0; number < series.Count; number++)
        {
            var above = times.Select((at, index) => below[index] + values[number].GetValueOrDefault(at)).ToArray();
            var there = times.Select((at, index) => $"{X(at)},{Y(above[index], most)}");
            var back = times.Select((at, index) => $"{X(at)},{Y(below[index], most)}").Reverse();
            if (times.Length > 0)
                paths.Append(CultureInfo.InvariantCulture, $"""<path class="band c{number}" d="M{string.Join('L', there.Concat(back))}Z"/>""");
            below = above;
        }

        return Draw(paths.ToString(), most, series);
    }

    private string Draw(string paths, double most, IReadOnlyList<Series> series)
    {
        var svg = new StringBuilder();
        var name = WebUtility.HtmlEncode(title);
        var height = PlotBottom + (_hasClock ? 2 : 1) * AxisRow + 8;
        svg.Append(CultureInfo.InvariantCulture, $"""<figure><figcaption>{name}{Legend(series)}</figcaption><svg viewBox="0 0 {Width} {height}" role="img" aria-label="{name}">""");
        for (var row = 0; row <= Rows; row++)
        {
            var (value, y) = (most * row / Rows, Y(most * row / Rows, most));
            svg.Append(CultureInfo.InvariantCulture, $"""<line class="grid" x1="{Left}" x2="{Width - Right}" y1="{y}" y2="{y}"/><text class="value" x="{Left - 6}" y="{y}" dy="4">{Show(value)}</text>""");
        }

        var between = Math.Max(1, NiceMost(seconds * Rows / Ticks) / Rows);
        for (var at = 0.0; at <= seconds; at += between)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="time" x="{X(at)}" y="{PlotBottom + AxisRow + 2}">{at:0} s</text>""");
        }

        foreach (var line in WithRoom(lines.Where(line => line.Clock is not null), LeastBetweenClocks))
            svg.Append(CultureInfo.InvariantCulture, $"""<text class="clock" x="{X(line.At)}" y="{PlotBottom + 2 * AxisRow + 2}">{WebUtility.HtmlEncode(line.Clock)}</text>""");
        svg.Append(paths);
        var numbered = WithRoom(lines, LeastBetweenNumbers).ToHashSet();
        foreach (var line in lines)
        {
            var number = numbered.Contains(line) ? Invariant($"""<text x="{X(line.At)}" y="{Top - 8}">{line.Number}</text>""") : "";
            svg.Append(CultureInfo.InvariantCulture, $"""<g class="mark"><title>{WebUtility.HtmlEncode(line.Text)}</title><line x1="{X(line.At)}" x2="{X(line.At)}" y1="{Top - 4}" y2="{PlotBottom}"/>{number}</g>""");
        }

        return svg.Append("</svg></figure>").ToString();
    }

    // Those whose texts do not overlap that of one before.
    private IEnumerable<ChartLine> WithRoom(IEnumerable<ChartLine> wanted, double leastBetween)
    {
        var last = double.NegativeInfinity;
        foreach (var line in wanted)
        {
            var x = Place(line.At);
            if (x - last <= leastBetween)
                continue;
            last = x;
            yield return line;
        }
    }

    private static string Legend(IReadOnlyList<Series> series) => series.Count < 2
        ? ""
        : string.Concat(series.Select((one, number) => $"""<span class="key c{number}">{WebUtility.HtmlEncode(one.Name)}</span>"""));

    private string Path(IReadOnlyList<(double At, double? Value)> points, double most)
    {
        var path = new StringBuilder();
        var isDown = false;
        foreach (var (at, value) in points)
        {
            if (value is { } known)
                path.Append(CultureInfo.InvariantCulture, $"{(isDown ? 'L' : 'M')}{X(at)},{Y(known, most)}");
            isDown = value is not null;
        }

        return path.ToString();
    }

    private double Place(double at) => Left + ((Width - Left - Right) * at / Math.Max(seconds, 0.001));

    private string X(double at) => Invariant($"{Place(at):0.#}");

    private static string Y(double value, double most) => Invariant($"{PlotBottom - (PlotHeight * value / most):0.#}");

    private static string Show(double value) => value.ToString(value < 10 ? "0.##" : "#,0", CultureInfo.InvariantCulture);

    // The next number of the form 1, 2 or 5 with zeros, three rows of which look tidy.
    private static double NiceMost(double most)
    {
        if (most <= 0)
            return 1;
        var row = most / Rows;
        var power = Math.Pow(10, Math.Floor(Math.Log10(row)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.First(step => step * power >= row * 0.999) * power;
        return step * Rows;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
