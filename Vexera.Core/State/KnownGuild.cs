using Vexera.Core.Discord;

namespace Vexera.Core.State;

/// <summary>How a guild that the bot is in stands with its session.</summary>
internal enum GuildPresence
{
    /// <summary>Seen for the first time just now.</summary>
    New,

    /// <summary>Listed in READY; its GUILD_CREATE is yet to come.</summary>
    Awaited,

    /// <summary>Received.</summary>
    Present,

    /// <summary>In an outage.</summary>
    Unavailable,
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

    /// <summary>How many members the guild had when Discord last said so; Discord's HTTP API does not tell.</summary>
    public int MemberCount { get; set; }

    /// <summary>Rises with every event of the guild, so that an answer asked for earlier is seen to be old.</summary>
    public long Version { get; set; }

    /// <summary>The question under way, shared by all who wait; null or completed when there is none.</summary>
    public Task<GuildState?>? Fetching { get; set; }
}
