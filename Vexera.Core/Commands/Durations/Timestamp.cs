using System.Globalization;

namespace Vexera.Core.Commands.Durations;

/// <summary>Discord's own way to show an instant: each reader sees it in their language and time zone.</summary>
internal static class Timestamp
{
    /// <summary><c>&lt;t:…:R&gt;</c>: "in 2 days", "3 hours ago".</summary>
    public static string Relative(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{instant.ToUnixTimeSeconds()}:R>");

    /// <summary><c>&lt;t:…:f&gt;</c>: day and time.</summary>
    public static string At(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{instant.ToUnixTimeSeconds()}:f>");
}
