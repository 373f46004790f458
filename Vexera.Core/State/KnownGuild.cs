using Vexera.Core.Discord;
using Vexera.Core.State.Durable;

namespace Vexera.Core.State;

/// <summary>How a guild stands with its session.</summary>
internal enum GuildPresence : byte
{
    /// <summary>Seen for the first time just now.</summary>
    New,

    /// <summary>Listed in READY; its GUILD_CREATE is yet to come.</summary>
    Awaited,

    /// <summary>Received, by this process or one before.</summary>
    Present,

    /// <summary>In an outage.</summary>
    Unavailable,

    /// <summary>The bot is out of it; who still holds this object must keep nothing.</summary>
    Left,
}

/// <summary>
/// What is remembered of a guild whatever the cache drops; also its key in the cache. Read and change it under its own lock.
/// </summary>
/// <param name="id">The guild.</param>
internal sealed class KnownGuild(Snowflake id)
{
    /// <summary>The guild.</summary>
    public Snowflake Id { get; } = id;

    /// <summary>How it stands with its session.</summary>
    public GuildPresence Presence { get; set; }

    /// <summary>Whether there is no record of it anywhere, so that only Discord can tell. So it is until it was received.</summary>
    public bool IsMissing { get; set; } = true;

    /// <summary>How many members the guild had when Discord last said so; Discord's HTTP API does not tell.</summary>
    public int MemberCount { get; set; }

    /// <summary>The shard whose event changed it last; null before the first one of this process.</summary>
    public ShardKey? Shard { get; set; }

    /// <summary>Rises with every change, so that an answer asked for earlier is seen to be old.</summary>
    public long Version { get; set; }

    /// <summary>The read of the database under way, shared by all who wait; null when there is none.</summary>
    public Task<RecordRead>? Reading { get; set; }

    /// <summary>The question to Discord under way, shared by all who wait; null or completed when there is none.</summary>
    public Task<GuildState?>? Fetching { get; set; }
}

/// <summary>What a read of the database gave.</summary>
/// <param name="State">The guild's state on disk; null when there is none that can be used.</param>
/// <param name="Version">The guild's version when the read began; the state is the newest if it still is.</param>
internal readonly record struct RecordRead(GuildState? State, long Version);
