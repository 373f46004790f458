using Vexera.Core.Monitoring.Alerts;

namespace Vexera.Core.Modules.Alerts;

/// <summary>What tells an alert from another.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Since">When it began, in Unix milliseconds, as it is on disk.</param>
internal readonly record struct AlertKey(string Rule, long Since)
{
    /// <summary>The key of an alert.</summary>
    public static AlertKey Of(Alert alert) => new(alert.Rule, alert.Since.ToUnixTimeMilliseconds());
}
