using System.Globalization;

namespace Vexera.Host.Drills.Reporting;

/// <summary>Something that the figures must show.</summary>
/// <param name="Text">What is promised.</param>
/// <param name="Bar">What keeps it, such as <c>≤ 1.0 s</c>.</param>
/// <param name="Seen">What was measured, in the same unit.</param>
/// <param name="Kept">Whether it is kept.</param>
internal sealed record Promise(string Text, string Bar, string Seen, bool Kept)
{
    /// <summary>Of a broken promise: when it was first seen to be broken, for people; null when that is not known.</summary>
    public string? First { get; init; }

    /// <summary>Of a broken promise: what the bot's log says around <see cref="First"/>.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>A figure that must not be above its bar.</summary>
    /// <param name="text">What is promised.</param>
    /// <param name="seen">The figure.</param>
    /// <param name="bar">The highest that keeps the promise.</param>
    /// <param name="unit">The unit of both; begins with a blank unless it is a sign such as ×.</param>
    public static Promise AtMost(string text, double seen, double bar, string unit) =>
        new(text, $"≤ {Show(bar)}{unit}", $"{Show(seen)}{unit}", seen <= bar);

    /// <summary>A count that must be exactly what it should be.</summary>
    public static Promise Exactly(string text, long seen, long bar) =>
        new(text, bar.ToString("N0", CultureInfo.InvariantCulture), seen.ToString("N0", CultureInfo.InvariantCulture), seen == bar);

    /// <summary>Something that must not happen.</summary>
    /// <param name="text">What is promised.</param>
    /// <param name="count">How often it happened.</param>
    /// <param name="detail">What happened, for people; empty for nothing.</param>
    public static Promise Never(string text, long count, string detail = "") =>
        new(text, "0", $"{count:N0}{(count > 0 && detail.Length > 0 ? $" ({detail})" : "")}", count == 0);

    private static string Show(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
