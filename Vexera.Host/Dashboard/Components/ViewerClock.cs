using System.Globalization;

namespace Vexera.Host.Dashboard.Components;

/// <summary>Tells times as the viewer's clock shows them.</summary>
/// <param name="Zone">The viewer's time zone.</param>
public sealed record ViewerClock(TimeZoneInfo Zone)
{
    /// <summary>For viewers whose time zone is not known.</summary>
    public static ViewerClock Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>The clock of a time zone by its name, such as Europe/Berlin; UTC for any other text.</summary>
    public static ViewerClock Of(string? zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "", out var found) ? new ViewerClock(found) : Utc;

    /// <summary>Hours and minutes: 14:05.</summary>
    public string Minute(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Hours, minutes and seconds: 14:05:59.</summary>
    public string Second(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Day and time: 27 Nov 14:05:59.</summary>
    public string Moment(DateTimeOffset at) => Local(at).ToString("d MMM HH:mm:ss", CultureInfo.CurrentCulture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
