using System.Globalization;

namespace Vexera.Host.Dashboard.Live;

/// <summary>Writes figures for people, short.</summary>
internal static class Figures
{
    private static readonly string[] Sizes = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>A number: 0.25, 7.5, 1,203, 12.4k, 1.2M.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 1 => value.ToString("0.##", CultureInfo.CurrentCulture),
        < 100 => value.ToString("0.#", CultureInfo.CurrentCulture),
        < 10_000 => value.ToString("#,0", CultureInfo.CurrentCulture),
        < 1_000_000 => (value / 1000).ToString("0.#", CultureInfo.CurrentCulture) + "k",
        _ => (value / 1_000_000).ToString("0.##", CultureInfo.CurrentCulture) + "M",
    };

    /// <summary>Bytes in units of 1,024: 143 MB.</summary>
    public static string Bytes(double bytes)
    {
        var unit = 0;
        while (bytes >= 1024 && unit < Sizes.Length - 1)
            (bytes, unit) = (bytes / 1024, unit + 1);
        return bytes.ToString(bytes < 10 && unit > 0 ? "0.#" : "0", CultureInfo.CurrentCulture) + " " + Sizes[unit];
    }

    /// <summary>Seconds with a unit that fits: 0.4 ms, 12 ms, 1.5 s, 3 min.</summary>
    public static string Seconds(double seconds) => seconds switch
    {
        0 => "0 ms",
        < 0.01 => (seconds * 1000).ToString("0.##", CultureInfo.CurrentCulture) + " ms",
        < 1 => (seconds * 1000).ToString("0", CultureInfo.CurrentCulture) + " ms",
        < 120 => seconds.ToString("0.#", CultureInfo.CurrentCulture) + " s",
        _ => Span(TimeSpan.FromSeconds(seconds)),
    };

    /// <summary>A share: 42 %.</summary>
    public static string Percent(double share) => (share * 100).ToString(share is > 0 and < 0.1 ? "0.#" : "0", CultureInfo.CurrentCulture) + " %";

    /// <summary>A stretch of time: 12 s, 4 min, 3 h 20 min, 2 d 4 h.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => $"{Math.Max(0, (int)span.TotalSeconds)} s",
        { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes} min",
        { TotalHours: < 24 } => $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => $"{(int)span.TotalDays} d {span.Hours} h",
    };
}
