using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>Something promised of a drill, judged by what was seen. Where nothing was seen it is not kept.</summary>
/// <param name="record">What was seen.</param>
internal delegate Verdict DrillPromise(DrillRecord record);

/// <summary>How a promise was kept.</summary>
/// <param name="Promise">The promise, its bar and what was seen.</param>
/// <param name="First">When it was first seen to be broken; null for the drill's end.</param>
internal sealed record Verdict(Promise Promise, TimeSpan? First = null)
{
    /// <summary>A promise that nothing was seen of: broken, so that no drill passes because it measured nothing.</summary>
    /// <param name="text">What is promised.</param>
    /// <param name="bar">What would keep it.</param>
    /// <param name="why">What was not seen.</param>
    public static Verdict NotMeasured(string text, string bar, string why) => new(new Promise(text, bar, DrillText.NotMeasured.With(why), Kept: false));

    /// <summary>The promise; a broken one with its first moment and the log lines around it.</summary>
    public Promise Told(DrillRecord record)
    {
        if (Promise.Kept)
            return Promise;
        var first = First ?? record.EndedAt;
        var mark = record.Marks.LastOrDefault(mark => mark.At <= first);
        return Promise with
        {
            First = mark is null || mark.Time.Length == 0
                ? DrillText.FirstAt.With(Timeline.Show(first))
                : DrillText.FirstAfter.With(Timeline.Show(first), mark.Time, mark.Text),
            Log = record.Log.Around(record.StartedAt + first),
        };
    }
}
