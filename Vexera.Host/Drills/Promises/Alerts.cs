using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What the bot notices.</summary>
internal static class Alerts
{
    /// <summary>Each alert that there is cause for is raised within a time.</summary>
    public static DrillPromise RaisedWithin(TimeSpan bar) => record =>
    {
        var slowest = (Rule: "", Cause: TimeSpan.Zero, Took: TimeSpan.Zero);
        foreach (var (rule, cause) in record.Drill.AlertCauses)
        {
            var raised = record.Samples.FirstOrDefault(sample =>
                sample.At >= cause && sample.Status?.Alerts.Any(alert => alert.Rule == rule) == true)?.At;
            var took = raised - cause ?? TimeSpan.MaxValue;
            if (took > slowest.Took)
                slowest = (rule, cause, took);
        }

        var seen = slowest.Took == TimeSpan.MaxValue
            ? DrillText.AlertNever.With(slowest.Rule)
            : DrillText.AlertSlowest.With(slowest.Took.TotalSeconds, slowest.Rule);
        return new Verdict(new Promise(DrillText.PromiseAlerts, $"≤ {bar.TotalSeconds:0} s", seen, slowest.Took <= bar), slowest.Cause + bar);
    };
}
