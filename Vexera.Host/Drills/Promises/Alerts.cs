using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>What the bot notices.</summary>
internal static class Alerts
{
    /// <summary>Each alert that there is cause for is raised within a time.</summary>
    public static DrillPromise RaisedWithin(TimeSpan bar) => record =>
    {
        var shown = $"≤ {bar.TotalSeconds:0} s";
        if (record.AlertCauses.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseAlerts, shown, DrillText.NoCause);
        var (cause, took) = record.AlertCauses.Select(cause => (cause, Took: Took(record, cause))).MaxBy(one => one.Took ?? TimeSpan.MaxValue);
        return new Verdict(
            new Promise(
                DrillText.PromiseAlerts,
                shown,
                took is { } seen ? DrillText.AlertSlowest.With(seen.TotalSeconds, cause.Rule) : DrillText.AlertNever.With(cause.Rule),
                took <= bar),
            cause.At + bar);
    };

    private static TimeSpan? Took(DrillRecord record, AlertCause cause) => record.Samples.FirstOrDefault(sample =>
        sample.At >= cause.At && sample.Status?.Alerts.Any(alert => alert.Rule == cause.Rule) == true)?.At - cause.At;
}
