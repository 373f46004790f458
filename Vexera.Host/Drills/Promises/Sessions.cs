using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What becomes of the shards' sessions.</summary>
internal static class Sessions
{
    /// <summary>No shard identifies that could have resumed.</summary>
    public static DrillPromise NoneLost() => record =>
    {
        if (record.Before.Identifies < record.World.Shards)
            return Verdict.NotMeasured(DrillText.PromiseSessions, "0", DrillText.NoSessions.With(record.Before.Identifies, record.World.Shards));
        var due = record.Before.Identifies + record.IdentifiesDue;
        var lost = Math.Max(0, record.After.Identifies - due);
        return new Verdict(Promise.Never(DrillText.PromiseSessions, lost), record.Samples.FirstOrDefault(sample => sample.Sandbox.Identifies > due)?.At);
    };

    /// <summary>Each time connections are lost, all shards are back within a time.</summary>
    public static DrillPromise ReturnedWithin(TimeSpan bar) => record =>
    {
        var shown = Seconds(bar);
        if (record.Losses.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseReturn, shown, DrillText.NoLoss);
        var slowest = record.Losses.MaxBy(loss => (!loss.AreBack, loss.Took))!;
        var took = slowest.Took.TotalSeconds;
        return new Verdict(
            slowest.AreBack
                ? Promise.AtMost(DrillText.PromiseReturn, took, bar.TotalSeconds, " s")
                : new Promise(DrillText.PromiseReturn, shown, DrillText.NotBack.With(took), Kept: false),
            record.Losses.Where(loss => !loss.AreBack || loss.Took > bar).Select(loss => (TimeSpan?)(loss.At + bar)).FirstOrDefault());
    };

    /// <summary>Each new process has all its shards ready within a time.</summary>
    public static DrillPromise RestartedWithin(TimeSpan bar) => record => record.Ends.Count == 0
        ? Verdict.NotMeasured(DrillText.PromiseRestart, Seconds(bar), DrillText.NoRestart)
        : new Verdict(
            Promise.AtMost(DrillText.PromiseRestart, record.Ends.Max(end => end.Ready).TotalSeconds, bar.TotalSeconds, " s"),
            record.Ends.Where(end => end.Ready > bar).Select(end => (TimeSpan?)(end.At + end.Stopping + bar)).FirstOrDefault());

    /// <summary>The first start takes no longer than Discord's rate of IDENTIFYs makes it, and something for the process itself.</summary>
    /// <param name="factor">Beside the time that Discord's rate takes.</param>
    /// <param name="own">What the process and the guilds may take besides.</param>
    public static DrillPromise StartedAsFastAsAllowed(double factor, TimeSpan own) => record =>
    {
        var bar = (IdentifyFloor.Of(record.World) * factor) + own;
        return new Verdict(
            Promise.AtMost(DrillText.PromiseStart, record.FirstStart.TotalSeconds, bar.TotalSeconds, " s"), record.ReadyAt - record.FirstStart + bar);
    };

    private static string Seconds(TimeSpan bar) => FormattableString.Invariant($"≤ {bar.TotalSeconds:0.###} s");
}
