namespace Vexera.Core.Monitoring.Alerts.Rules;

/// <summary>What a rule is set to, all of it.</summary>
/// <param name="Enabled">Whether it is on.</param>
/// <param name="Threshold">From where on it is broken, in the rule's unit.</param>
/// <param name="Clear">From where on it is well again.</param>
/// <param name="For">How long without a break it must be broken to fire, and well again to be resolved.</param>
/// <param name="CoolDown">How long it stays quiet after it was resolved.</param>
/// <param name="Severity">How bad it is.</param>
internal sealed record AlertRuleSettings(
    bool Enabled, double Threshold, double Clear, TimeSpan For, TimeSpan CoolDown, AlertSeverity Severity)
{
    /// <summary>These, with what an operator has set in their place.</summary>
    /// <param name="set">What is set; null for nothing.</param>
    public AlertRuleSettings With(AlertRuleOptions? set) => set is null
        ? this
        : new AlertRuleSettings(
            set.Enabled ?? Enabled,
            set.Threshold ?? Threshold,
            set.Clear ?? Clear,
            set.For ?? For,
            set.CoolDown ?? CoolDown,
            set.Severity ?? Severity);
}
