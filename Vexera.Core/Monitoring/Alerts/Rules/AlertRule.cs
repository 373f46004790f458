namespace Vexera.Core.Monitoring.Alerts.Rules;

/// <summary>One thing that is watched.</summary>
/// <param name="Name">Its name in <c>Alerts:Rules</c>.</param>
/// <param name="Unit">What its figure is measured in.</param>
/// <param name="Read">Reads its figure off the samples; null when it cannot be told now.</param>
/// <param name="Defaults">What it is set to where the operator has not set anything.</param>
internal sealed record AlertRule(string Name, AlertUnit Unit, Func<SampleWindow, double?> Read, AlertRuleSettings Defaults)
{
    /// <summary>Whether small figures are the bad ones.</summary>
    public bool IsFloor { get; init; }

    /// <summary>Whether a figure breaks the rule.</summary>
    public bool Breaks(double value, double threshold) => IsFloor ? value < threshold : value > threshold;

    /// <summary>Whether a figure is well again.</summary>
    public bool IsWell(double value, double clear) => IsFloor ? value >= clear : value <= clear;

    /// <summary>The worse of two figures.</summary>
    public double Worse(double one, double other) => IsFloor ? Math.Min(one, other) : Math.Max(one, other);

    /// <summary>What it is set to.</summary>
    public AlertRuleSettings Settings(AlertOptions options) =>
        Defaults.With(options.Rules.TryGetValue(Name, out var set) ? set : null);
}
