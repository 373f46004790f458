using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What becomes of the shards' sessions.</summary>
internal static class Sessions
{
    /// <summary>No shard identifies that could have resumed.</summary>
    public static DrillPromise NoneLost() => record =>
    {
        var due = record.Before.Identifies + record.Drill.IdentifiesDue;
        var lost = Math.Max(0, record.After.Identifies - due);
        return new Verdict(Promise.Never(DrillText.PromiseSessions, lost), record.Samples.FirstOrDefault(sample => sample.Sandbox.Identifies > due)?.At);
    };

    /// <summary>Each time connections are lost, all shards are back within a time.</summary>
    public static DrillPromise ReturnedWithin(TimeSpan bar) => record =>
    {
        var slowest = record.Drill.Return.Seen.DefaultIfEmpty((At: TimeSpan.Zero, Took: TimeSpan.Zero)).MaxBy(one => one.Took);
        return new Verdict(Promise.AtMost(DrillText.PromiseReturn, slowest.Took.TotalSeconds, bar.TotalSeconds, " s"), slowest.At + bar);
    };

    /// <summary>Each new process has all its shards ready within a time.</summary>
    public static DrillPromise RestartedWithin(TimeSpan bar) => record =>
    {
        var slowest = record.Drill.Ends.MaxBy(end => end.Ready);
        return new Verdict(
            Promise.AtMost(DrillText.PromiseRestart, slowest?.Ready.TotalSeconds ?? double.PositiveInfinity, bar.TotalSeconds, " s"),
            slowest?.At + bar);
    };

    /// <summary>The first start takes no longer than Discord's rate of IDENTIFYs makes it, and something for the process itself.</summary>
    /// <param name="factor">Beside the time that Discord's rate takes.</param>
    /// <param name="own">What the process and the guilds may take besides.</param>
    public static DrillPromise StartedAsFastAsAllowed(double factor, TimeSpan own) => record =>
    {
        var bar = (IdentifyFloor.Of(record.Drill.World) * factor) + own;
        return new Verdict(Promise.AtMost(DrillText.PromiseStart, record.FirstStart.TotalSeconds, bar.TotalSeconds, " s"), bar);
    };
}
