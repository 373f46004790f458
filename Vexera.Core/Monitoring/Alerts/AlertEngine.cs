using Vexera.Core.Monitoring.Alerts.Rules;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>
/// Puts each sample to all rules. Knows no clock but the samples' own times, waits for nothing and writes nothing. Not thread safe.
/// </summary>
internal sealed class AlertEngine
{
    private readonly SampleWindow _window = new();
    private readonly RuleState[] _states = [.. AlertRules.All.Select(rule => new RuleState(rule))];

    /// <summary>Goes on where an earlier process stood.</summary>
    /// <param name="firing">What it left firing; at most one of each rule.</param>
    /// <param name="past">What was resolved.</param>
    public void Restore(IReadOnlyCollection<Alert> firing, IReadOnlyCollection<Alert> past)
    {
        foreach (var state in _states)
        {
            state.Restore(
                firing.FirstOrDefault(alert => alert.Rule == state.Rule.Name),
                past.Where(alert => alert.Rule == state.Rule.Name).Max(alert => alert.ResolvedAt));
        }
    }

    /// <summary>Looks at the next sample.</summary>
    /// <returns>What changed, at most one for each rule: began to fire, has another text, or is resolved.</returns>
    public IReadOnlyList<Alert> Step(Sample sample, AlertOptions options)
    {
        _window.Add(sample);
        return [.. _states.Select(state => state.Step(_window, state.Rule.Settings(options))).OfType<Alert>()];
    }
}
