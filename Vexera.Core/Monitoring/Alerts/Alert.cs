namespace Vexera.Core.Monitoring.Alerts;

/// <summary>How bad it is.</summary>
public enum AlertSeverity
{
    /// <summary>Worth a look when there is time.</summary>
    Notice,

    /// <summary>Worth a look today.</summary>
    Warning,

    /// <summary>The bot's users feel it, or soon will.</summary>
    Critical,
}

/// <summary>A rule that was broken: firing, or resolved. What it is told apart by is <see cref="Rule"/> and <see cref="Since"/>.</summary>
/// <param name="Rule">The rule's name in <c>Alerts:Rules</c>, such as <c>Cpu</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Since">When the rule first saw it, before it had lasted long enough to fire.</param>
/// <param name="ResolvedAt">When it was over; null while it fires.</param>
/// <param name="Value">The figure that the rule looks at: the last one while it fires, the worst one when it is resolved.</param>
/// <param name="Threshold">What the figure is held against, in the same unit.</param>
/// <param name="Text">One sentence for people, with figures and units.</param>
internal sealed record Alert(
    string Rule, AlertSeverity Severity, DateTimeOffset Since, DateTimeOffset? ResolvedAt, double Value, double Threshold, string Text);
