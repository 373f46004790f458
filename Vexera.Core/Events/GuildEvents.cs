using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Events;

/// <summary>Why Discord sends a guild.</summary>
internal enum GuildCreateKind
{
    /// <summary>A guild that READY listed, for the first time in this session. The bot may have joined it while it was away.</summary>
    AtReady,

    /// <summary>The bot was added just now.</summary>
    Joined,

    /// <summary>A known guild once more: after an outage, or repeated.</summary>
    AvailableAgain,
}

/// <summary>How the bot came to be out of a guild.</summary>
internal enum GuildLeftReason
{
    /// <summary>It was removed, it left, or the guild was deleted, just now.</summary>
    Removed,

    /// <summary>A new session no longer lists the guild.</summary>
    WhileAway,
}

/// <summary>GUILD_CREATE: a guild after READY, newly joined, or available again.</summary>
/// <param name="Guild">The guild with channels, roles and the bot's membership.</param>
internal sealed record GuildCreateEvent(Guild Guild)
{
    /// <summary>Which of the three it is; handlers see it as State knows it.</summary>
    public GuildCreateKind Kind { get; init; }
}

/// <summary>GUILD_UPDATE: a guild's own settings changed.</summary>
/// <param name="Guild">The guild with its roles, without channels and membership.</param>
internal sealed record GuildUpdateEvent(Guild Guild);

/// <summary>GUILD_DELETE: an outage, or the bot is out of the guild; see <see cref="GuildLeftEvent"/> for the latter.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Unavailable">True in an outage.</param>
internal sealed record GuildDeleteEvent(Snowflake GuildId, bool Unavailable);

/// <summary>The bot is out of a guild. Not Discord's: State raises it. What was known of the guild is the context's Before.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Reason">How it came to be.</param>
internal sealed record GuildLeftEvent(Snowflake GuildId, GuildLeftReason Reason);
