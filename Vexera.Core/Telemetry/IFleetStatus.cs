using Vexera.Core.Discord;

namespace Vexera.Core.Telemetry;

/// <summary>What a shard is doing.</summary>
public enum ShardState
{
    /// <summary>Not started, or waiting for its turn to identify.</summary>
    Waiting,

    /// <summary>Opening the connection, up to HELLO.</summary>
    Connecting,

    /// <summary>IDENTIFY is sent, READY not yet received.</summary>
    Identifying,

    /// <summary>RESUME is sent, RESUMED not yet received.</summary>
    Resuming,

    /// <summary>Receiving events.</summary>
    Ready,

    /// <summary>Waiting before the next attempt.</summary>
    BackingOff,

    /// <summary>Ended: by request, or for a reason that trying again cannot mend.</summary>
    Stopped,
}

/// <summary>One shard at one moment.</summary>
/// <param name="Id">The shard's number, from 0.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Since">Since when.</param>
/// <param name="Latency">From heartbeat to acknowledgement, once known.</param>
/// <param name="Reason">Why it last left <see cref="ShardState.Ready"/>, or null.</param>
internal sealed record ShardStatus(int Id, ShardState State, DateTimeOffset Since, TimeSpan? Latency, string? Reason);

/// <summary>The fleet at one moment, for people and for checks.</summary>
internal interface IFleetStatus
{
    /// <summary>How many shards the bot has in all, over all processes; 0 before that is known.</summary>
    int ShardCount { get; }

    /// <summary>Intents that are configured and that Discord refused, so that the bot goes on without them.</summary>
    GatewayIntents RefusedIntents { get; }

    /// <summary>This process's shards by number; empty before the count is known.</summary>
    IReadOnlyList<ShardStatus> Shards { get; }
}
