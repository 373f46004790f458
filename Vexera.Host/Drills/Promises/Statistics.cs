using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>What arrives of the bot's statistics.</summary>
internal static class Statistics
{
    /// <summary>Whenever the resolver is well again, they arrive within a time.</summary>
    public static DrillPromise ArriveAgainWithin(TimeSpan bar) => record =>
    {
        var shown = FormattableString.Invariant($"≤ {bar.TotalSeconds:0.###} s");
        if (record.Recoveries.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseStatistics, shown, DrillText.NoRecovery);
        var waits = record.Recoveries.Select(at => (At: at, Took: NextAfter(record, at) - at)).ToList();
        var late = waits.Where(wait => wait.Took is null || wait.Took > bar).Select(wait => (TimeSpan?)(wait.At + bar)).FirstOrDefault();
        return new Verdict(
            waits.Exists(wait => wait.Took is null)
                ? new Promise(DrillText.PromiseStatistics, shown, DrillText.StatisticsNever, Kept: false)
                : Promise.AtMost(DrillText.PromiseStatistics, waits.Max(wait => wait.Took!.Value.TotalSeconds), bar.TotalSeconds, " s"),
            late);
    };

    // The first look after a moment at which more had come than at the last look before it.
    private static TimeSpan? NextAfter(DrillRecord record, TimeSpan moment)
    {
        var before = record.Samples.LastOrDefault(sample => sample.At <= moment)?.Sandbox.StatsdDatagrams ?? 0;
        return record.Samples.FirstOrDefault(sample => sample.At > moment && sample.Sandbox.StatsdDatagrams > before)?.At;
    }
}
