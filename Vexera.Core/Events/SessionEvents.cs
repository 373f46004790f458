using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Events;

/// <summary>READY: a session begins. Source: https://discord.com/developers/docs/events/gateway-events#ready.</summary>
internal sealed record ReadyEvent
{
    /// <summary>The bot's account.</summary>
    public required User User { get; init; }

    /// <summary>The bot's application: id and flags.</summary>
    public required Application Application { get; init; }

    /// <summary>Every guild of the shard, each to be followed by GUILD_CREATE.</summary>
    public required IReadOnlyList<UnavailableGuild> Guilds { get; init; }

    /// <summary>Where to resume the session, without the query.</summary>
    public string? ResumeGatewayUrl { get; init; }

    /// <summary>The shard's number and how many there are; absent for a bot without shards.</summary>
    public IReadOnlyList<int> Shard { get; init => field = value ?? []; } = [];

    /// <summary>How many shards the session is one of, at least 1.</summary>
    public int ShardCount => Shard is [_, >= 1] ? Shard[1] : 1;
}

/// <summary>RESUMED: everything that was missed has been replayed.</summary>
internal sealed record ResumedEvent;

/// <summary>USER_UPDATE: the bot's own account changed.</summary>
/// <param name="User">The account as it is now.</param>
internal sealed record UserUpdateEvent(User User);
