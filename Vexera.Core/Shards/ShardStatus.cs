namespace Vexera.Core.Shards;

/// <summary>One shard at one moment.</summary>
/// <param name="Id">The shard's number, from 0.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Since">Since when.</param>
/// <param name="Latency">From heartbeat to acknowledgement, once known.</param>
/// <param name="Reason">Why it waits, or why it last lost its connection; null when there is nothing to say. For operators, in English.</param>
internal sealed record ShardStatus(int Id, ShardState State, DateTimeOffset Since, TimeSpan? Latency, string? Reason)
{
    /// <summary>Whether it has lately lost its connection more often than <c>Gateway:FlapCount</c> allows in <c>Gateway:FlapWindow</c>.</summary>
    public bool IsFlapping { get; init; }

    /// <summary>The number of the last event in the shard's session, which Discord counts from 1; 0 for none.</summary>
    public long Sequence { get; init; }
}
