namespace Vexera.Host.Drills.Reporting.Html;

/// <summary>A line of a graph, or a band of a stacked one.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Points">Seconds and values in order; a null value is a gap.</param>
internal sealed record Series(string Name, IReadOnlyList<(double At, double? Value)> Points);

/// <summary>A vertical line in a graph.</summary>
/// <param name="At">Seconds.</param>
/// <param name="Number">What stands at it; the list beside the graphs tells what it means.</param>
/// <param name="Text">The same for who points at it.</param>
/// <param name="Clock">What the scenario's clock says then, for the time axis; null for nothing.</param>
internal sealed record ChartLine(double At, int Number, string Text, string? Clock = null);
