using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>Something promised of a drill, judged by what was seen.</summary>
/// <param name="record">What was seen.</param>
internal delegate Verdict DrillPromise(DrillRecord record);

/// <summary>How a promise was kept.</summary>
/// <param name="Promise">The promise, its bar and what was seen.</param>
/// <param name="First">When it was first seen to be broken, from the drill's beginning; null when that is not known.</param>
internal sealed record Verdict(Promise Promise, TimeSpan? First = null)
{
    /// <summary>The promise; a broken one with its first moment and the log lines around it.</summary>
    public Promise Told(DrillRecord record)
    {
        if (Promise.Kept || First is not { } first)
            return Promise;
        var mark = record.Drill.Marks.LastOrDefault(mark => mark.At <= first);
        return Promise with
        {
            First = mark is null || mark.Time.Length == 0
                ? Timeline.Show(first)
                : DrillText.FirstAfter.With(Timeline.Show(first), mark.Time, mark.Text),
            Log = record.Log.Around(record.Timeline.StartedAt + first),
        };
    }
}
