namespace Vexera.Host.Dashboard.Charts;

/// <summary>How much time the charts show.</summary>
public enum ChartRange
{
    /// <summary>Half an hour.</summary>
    HalfHour,

    /// <summary>Three hours.</summary>
    ThreeHours,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>What belongs to each range.</summary>
internal static class ChartRanges
{
    /// <summary>The time from the chart's left edge to its right one.</summary>
    public static TimeSpan Length(this ChartRange range) => range switch
    {
        ChartRange.HalfHour => TimeSpan.FromMinutes(30),
        ChartRange.ThreeHours => TimeSpan.FromHours(3),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>How many points a line has at most.</summary>
    public static int Points(this ChartRange range) => range == ChartRange.HalfHour ? 180 : 360;

    /// <summary>The time between two labels of the time axis.</summary>
    public static TimeSpan Step(this ChartRange range) => range switch
    {
        ChartRange.HalfHour => TimeSpan.FromMinutes(5),
        ChartRange.ThreeHours => TimeSpan.FromMinutes(30),
        _ => TimeSpan.FromHours(4),
    };
}
