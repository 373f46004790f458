using System.Globalization;

namespace Vexera.Sandbox.Chat.Markdown;

/// <summary>Writes times as Discord's clients do, in the reader's time zone.</summary>
internal sealed class TimestampFormat(TimeProvider time, TimeZoneInfo zone)
{
    private static readonly (TimeSpan Unit, string Name)[] Units =
    [
        (TimeSpan.FromDays(365), "year"), (TimeSpan.FromDays(30), "month"), (TimeSpan.FromDays(1), "day"),
        (TimeSpan.FromHours(1), "hour"), (TimeSpan.FromMinutes(1), "minute"), (TimeSpan.FromSeconds(1), "second"),
    ];

    /// <summary>A <c>time</c> element for a mark such as <c>&lt;t:1700000000:R&gt;</c>; null beyond the calendar.</summary>
    /// <param name="seconds">Seconds since 1970 in UTC.</param>
    /// <param name="style">One of t T d D f F R, empty for f.</param>
    public string? ToHtml(long seconds, ReadOnlySpan<char> style)
    {
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() + 86_400 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 86_400) return null;
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var text = style is "R" ? Relative(at) : Local(at, Pattern(style));
        var live = style is "R" ? " data-relative" : "";
        return $"""<time datetime="{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" title="{Html.Escape(Local(at, Pattern("F")))}"{live}>{Html.Escape(text)}</time>""";
    }

    /// <summary>When a message was said: the time of day for today, else the date too.</summary>
    public string Said(DateTimeOffset at)
    {
        var days = (TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Date - TimeZoneInfo.ConvertTime(at, zone).Date).Days;
        return days switch
        {
            0 => Local(at, "HH:mm"),
            1 => "Yesterday " + Local(at, "HH:mm"),
            _ => Local(at, "dd/MM/yyyy HH:mm"),
        };
    }

    /// <summary>The time of day.</summary>
    public string Clock(DateTimeOffset at) => Local(at, "HH:mm");

    /// <summary>The whole date and time, in words.</summary>
    public string Long(DateTimeOffset at) => Local(at, Pattern("F"));

    private string Local(DateTimeOffset at, string pattern) => TimeZoneInfo.ConvertTime(at, zone).ToString(pattern, CultureInfo.InvariantCulture);

    private string Relative(DateTimeOffset at)
    {
        var away = at - time.GetUtcNow();
        var distance = away.Duration();
        foreach (var (unit, name) in Units)
        {
            var count = (long)(distance / unit);
            if (count < 1) continue;
            var many = count == 1 ? $"{(name == "hour" ? "an" : "a")} {name}" : $"{count} {name}s";
            return away > TimeSpan.Zero ? $"in {many}" : $"{many} ago";
        }
        return "now";
    }

    private static string Pattern(ReadOnlySpan<char> style) => style switch
    {
        "t" => "HH:mm",
        "T" => "HH:mm:ss",
        "d" => "dd/MM/yyyy",
        "D" => "d MMMM yyyy",
        "F" => "dddd, d MMMM yyyy HH:mm",
        _ => "d MMMM yyyy HH:mm",
    };
}
