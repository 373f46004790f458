using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Monitoring.Alerts.Rules;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>Puts samples to the rules and what they say on the board, on disk and into the log.</summary>
internal sealed class AlertWatch(AlertBoard board, AlertStore store, IOptionsMonitor<AlertOptions> options, ILogger<AlertWatch> logger)
{
    private readonly Lock _access = new();
    private readonly AlertEngine _engine = new();
    private readonly HashSet<string> _firing = [];

    /// <summary>Goes on where an earlier process stood. Before the first sample.</summary>
    /// <param name="alerts">What is on disk, by time.</param>
    /// <param name="now">The time.</param>
    public void Restore(IReadOnlyList<Alert> alerts, DateTimeOffset now)
    {
        // A rule that this build does not have is over, and of one rule only the last fires.
        var firing = alerts.Where(alert => alert.ResolvedAt is null && AlertRules.All.Any(rule => rule.Name == alert.Rule))
            .GroupBy(alert => alert.Rule).Select(group => group.Last()).ToList();
        var over = alerts.Where(alert => alert.ResolvedAt is null).Except(firing).Select(alert => alert with { ResolvedAt = now }).ToList();
        Alert[] past = [.. alerts.Where(alert => alert.ResolvedAt is not null), .. over];
        lock (_access)
        {
            _engine.Restore(firing, past);
            _firing.UnionWith(firing.Select(alert => alert.Rule));
        }

        board.Put([.. past, .. firing]);
        over.ForEach(store.Save);
    }

    /// <summary>Looks at the next sample.</summary>
    public void Look(Sample sample)
    {
        IReadOnlyList<Alert> changed;
        lock (_access)
            changed = _engine.Step(sample, options.CurrentValue);
        foreach (var alert in changed)
            Note(alert);
        board.Put(changed);
    }

    // New figures of what fires are not worth a write.
    private void Note(Alert alert)
    {
        if (alert.ResolvedAt is { } at)
        {
            _firing.Remove(alert.Rule);
            MonitoringLog.Resolved(logger, alert.Rule, at - alert.Since, alert.Text);
        }
        else if (_firing.Add(alert.Rule))
        {
            MonitoringLog.Fired(logger, alert.Rule, alert.Severity, alert.Text);
        }
        else
        {
            return;
        }

        store.Save(alert);
    }
}
