using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>What one rule of the alerts is set to. What is not set has the rule's own default; docs/alerts.md lists them.</summary>
public sealed class AlertRuleOptions
{
    /// <summary>Whether the rule is on. Followed while running.</summary>
    public bool? Enabled { get; set; }

    /// <summary>
    /// From where on the rule is broken, in its own unit: a share from 0 to 1, seconds, megabytes, or a number. Followed while
    /// running.
    /// </summary>
    [Range(0.0, 1_000_000_000.0)]
    public double? Threshold { get; set; }

    /// <summary>
    /// From where on it is well again; never on the bad side of Threshold. What swings between the two changes nothing. Followed
    /// while running.
    /// </summary>
    [Range(0.0, 1_000_000_000.0)]
    public double? Clear { get; set; }

    /// <summary>How long without a break it must be broken to fire, and well again to be resolved. 0 to 1 hour. Followed while running.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan? For { get; set; }

    /// <summary>How long it stays quiet after it was resolved. 0 to 1 day. Followed while running.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan? CoolDown { get; set; }

    /// <summary>How bad it is. Followed while running.</summary>
    public AlertSeverity? Severity { get; set; }
}
