using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>What becomes of the shards' connections.</summary>
internal static class Connections
{
    /// <summary>No shard connects anew but after a loss or an end of the process that the scenario caused.</summary>
    public static DrillPromise NoneLostWithoutCause() => record =>
    {
        if (record.Before.Identifies < record.World.Shards)
            return Verdict.NotMeasured(DrillText.PromiseConnections, "0", DrillText.NoSessions.With(record.Before.Identifies, record.World.Shards));
        var without = Math.Max(0, Came(record.After) - Came(record.Before) - Due(record, record.EndedAt));
        return new Verdict(
            Promise.Never(DrillText.PromiseConnections, without),
            record.Samples.FirstOrDefault(sample => Came(sample.Sandbox) - Came(record.Before) > Due(record, sample.At))?.At);
    };

    private static long Came(SandboxStats stats) => stats.Resumes + stats.Identifies;

    private static long Due(DrillRecord record, TimeSpan until) => record.World.Shards
        * (record.Ends.LongCount(end => end.At <= until) + record.Losses.LongCount(loss => loss.At <= until));
}
