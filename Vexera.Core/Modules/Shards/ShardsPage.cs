using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Shards;

namespace Vexera.Core.Modules.Shards;

/// <summary>The fleet on one page, short for 288 shards too: what is well is counted, what is not is named.</summary>
internal static class ShardsPage
{
    private const int MostTroubles = 10;
    private const int MostRanges = 20;

    /// <summary>The lines.</summary>
    public static IEnumerable<Text> Of(IFleetStatus fleet, ReconnectProgress? reconnecting, ReshardProgress? resharding)
    {
        var shards = fleet.Shards;
        if (shards.Count == 0)
            return [ShardsText.Unknown];
        var troubles = shards.Where(shard => shard.State != ShardState.Ready).ToArray();
        var flapping = shards.Where(shard => shard.IsFlapping).Select(shard => shard.Id).ToArray();
        return
        [
            ShardsText.Heading(ShardRanges.Of(shards.Select(shard => shard.Id)), fleet.ShardCount),
            .. shards.GroupBy(shard => shard.State).OrderBy(group => group.Key).Select(StateOf),
            .. shards.Where(shard => shard.Latency is not null).OrderByDescending(shard => shard.Latency).Take(1)
                .Select(shard => ShardsText.Slowest(shard.Id, shard.Latency!.Value.TotalMilliseconds)),
            .. flapping.Length > 0 ? [ShardsText.Flapping(ShardRanges.Of(flapping, MostRanges))] : Array.Empty<Text>(),
            .. troubles.Take(MostTroubles).Select(TroubleOf),
            .. troubles.Length > MostTroubles ? [ShardsText.More(troubles.Length - MostTroubles)] : Array.Empty<Text>(),
            .. reconnecting is { } progress ? [ShardsText.AtWork(progress.Done, progress.Total)] : Array.Empty<Text>(),
            .. resharding is not null ? [ReshardOutcome.Of(resharding)] : Array.Empty<Text>(),
        ];
    }

    private static Text StateOf(IGrouping<ShardState, ShardStatus> group)
    {
        var name = ShardStateNames.Of(group.Key);
        return group.Key == ShardState.Ready
            ? ShardsText.State(name, group.Count())
            : ShardsText.StateWhich(name, group.Count(), ShardRanges.Of(group.Select(shard => shard.Id), MostRanges));
    }

    private static Text TroubleOf(ShardStatus shard)
    {
        var (name, since) = (ShardStateNames.Of(shard.State), Timestamp.Relative(shard.Since));
        return shard.Reason is { Length: > 0 } reason
            ? ShardsText.Trouble(shard.Id, name, since, InlineCode.Of(reason))
            : ShardsText.TroubleSilent(shard.Id, name, since);
    }
}
