namespace Vexera.Host.Dashboard.Components;

/// <summary>What a mark stands for.</summary>
public enum MarkSign
{
    /// <summary>The process started.</summary>
    Start,

    /// <summary>With another version.</summary>
    Deploy,

    /// <summary>An incident was opened.</summary>
    Incident,

    /// <summary>An incident was resolved.</summary>
    Resolved,
}

/// <summary>A mark on a chart.</summary>
/// <param name="Percent">Where, in percent of the width.</param>
/// <param name="Sign">What it stands for.</param>
/// <param name="Text">A few words.</param>
/// <param name="At">When.</param>
public sealed record ChartMark(double Percent, MarkSign Sign, string Text, DateTimeOffset At)
{
    /// <summary>One character for it.</summary>
    public string Glyph => Sign switch
    {
        MarkSign.Start => "▲",
        MarkSign.Deploy => "◆",
        MarkSign.Incident => "!",
        _ => "✓",
    };

    /// <summary>The word for it.</summary>
    public string Name => Sign switch
    {
        MarkSign.Start => DashboardText.MarkStart,
        MarkSign.Deploy => DashboardText.MarkDeploy,
        MarkSign.Incident => DashboardText.MarkIncident,
        _ => DashboardText.MarkResolved,
    };
}

/// <summary>How a figure is written.</summary>
public enum FigureKind
{
    /// <summary>As a number.</summary>
    Number,

    /// <summary>As bytes.</summary>
    Bytes,

    /// <summary>As seconds.</summary>
    Seconds,
}
