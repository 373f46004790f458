using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>What becomes of the shards' connections.</summary>
internal static class Connections
{
    /// <summary>No shard connects anew but after a loss or a restart that the scenario caused.</summary>
    public static DrillPromise NoneLostWithoutCause() => record =>
    {
        var without = Math.Max(0, Came(record.After) - Came(record.Before) - Due(record, record.Samples[^1].At));
        return new Verdict(
            Promise.Never(DrillText.PromiseConnections, without),
            record.Samples.FirstOrDefault(sample => Came(sample.Sandbox) - Came(record.Before) > Due(record, sample.At))?.At);
    };

    private static long Came(Processes.SandboxStats stats) => stats.Resumes + stats.Identifies;

    private static long Due(DrillRecord record, TimeSpan until) => record.Drill.Shards
        * (record.Drill.Ends.LongCount(end => end.At <= until) + record.Drill.Return.Seen.LongCount(lost => lost.At <= until));
}
