using Vexera.Core.Shards;
using Vexera.Host.Dashboard.Live;

namespace Vexera.Host.Dashboard.Components;

/// <summary>How a shard's state looks and what it is called: a word, a sign and a style, so that colour is never all there is.</summary>
internal static class ShardLook
{
    /// <summary>The states in the order of the legend.</summary>
    public static IReadOnlyList<ShardState> States { get; } =
        [ShardState.Ready, ShardState.Resuming, ShardState.Identifying, ShardState.Connecting, ShardState.BackingOff, ShardState.Waiting, ShardState.Stopped];

    /// <summary>The word.</summary>
    public static string NameOf(ShardState state) => state switch
    {
        ShardState.Ready => DashboardText.StateReady,
        ShardState.Resuming => DashboardText.StateResuming,
        ShardState.Identifying => DashboardText.StateIdentifying,
        ShardState.Connecting => DashboardText.StateConnecting,
        ShardState.BackingOff => DashboardText.StateBackingOff,
        ShardState.Waiting => DashboardText.StateWaiting,
        _ => DashboardText.StateStopped,
    };

    /// <summary>The sign; empty for a shard that is well.</summary>
    public static string SignOf(ShardState state) => state switch
    {
        ShardState.Ready => "",
        ShardState.Resuming => "↻",
        ShardState.Identifying => "?",
        ShardState.Connecting => "⇄",
        ShardState.BackingOff => "‖",
        ShardState.Waiting => "…",
        _ => "×",
    };

    /// <summary>The style's name.</summary>
    public static string StyleOf(ShardState state) => state.ToString().ToLowerInvariant();

    /// <summary>Everything about a shard in one line.</summary>
    public static string Tell(ShardView shard) => string.Join(
        " · ",
        ((string?[])
        [
            DashboardText.ShardIs.With(shard.Id, NameOf(shard.State)),
            shard.Latency is { } latency ? DashboardText.LatencyIs.With(latency) : null,
            DashboardText.GuildsAre.With(shard.Guilds),
            shard.IsFlapping ? DashboardText.Flapping : null,
            shard.State == ShardState.Ready ? null : shard.Reason,
        ]).Where(part => part is not null));
}
