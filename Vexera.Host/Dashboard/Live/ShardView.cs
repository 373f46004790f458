using Vexera.Core.Shards;

namespace Vexera.Host.Dashboard.Live;

/// <summary>One shard as the page shows it.</summary>
/// <param name="Id">The shard's number.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Since">Since when.</param>
/// <param name="Latency">From heartbeat to acknowledgement in milliseconds; null before the first.</param>
/// <param name="Guilds">How many guilds it has.</param>
/// <param name="IsFlapping">Whether it has lately lost its connection again and again.</param>
/// <param name="Reason">Why it waits, or why it last lost its connection; null for nothing to say.</param>
public sealed record ShardView(int Id, ShardState State, DateTimeOffset Since, int? Latency, int Guilds, bool IsFlapping, string? Reason)
{
    internal static ShardView Of(ShardStatus status, int guilds) => new(
        status.Id, status.State, status.Since, (int?)status.Latency?.TotalMilliseconds, guilds, status.IsFlapping, status.Reason);
}
