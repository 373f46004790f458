namespace Vexera.Host.Dashboard.Charts;

/// <summary>A figure over time, drawn: coordinates are 0 to 1000 from left to right and 0 to 100 from top to bottom.</summary>
/// <param name="Line">The line as the d of an SVG path; empty when there is nothing to draw.</param>
/// <param name="Area">The area under the line, likewise.</param>
/// <param name="Top">The figure at the upper edge; the lower one is 0.</param>
/// <param name="Ticks">Figures to label on the vertical axis, from 0 to <paramref name="Top"/>.</param>
/// <param name="Points">For the browser: seconds since the left edge and the figure, as a JSON array of pairs.</param>
/// <param name="Least">The least figure.</param>
/// <param name="Most">The greatest figure.</param>
/// <param name="Latest">The last figure; null when there is none.</param>
public sealed record Chart(
    string Line, string Area, double Top, IReadOnlyList<double> Ticks, string Points, double Least, double Most, double? Latest);

/// <summary>The time axis that several charts share.</summary>
/// <param name="From">The left edge.</param>
/// <param name="To">The right edge.</param>
/// <param name="Ticks">Instants to label.</param>
public sealed record TimeAxis(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<DateTimeOffset> Ticks)
{
    /// <summary>Where an instant is, in percent of the width.</summary>
    public double Percent(DateTimeOffset at) => Math.Round(100 * ((at - From) / (To - From)), 2);
}
