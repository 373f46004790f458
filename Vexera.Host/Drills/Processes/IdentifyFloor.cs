namespace Vexera.Host.Drills.Processes;

/// <summary>The earliest moment at which Discord lets the last shard identify.</summary>
internal static class IdentifyFloor
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Shards identify in waves of max_concurrency, the first one at once and each next one five seconds later.</summary>
    public static TimeSpan Of(SandboxWorldSize world) => Interval * ((world.Shards - 1) / world.MaxConcurrency);
}
