namespace Vexera.Core.Shards;

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
