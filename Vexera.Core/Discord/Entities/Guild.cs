namespace Vexera.Core.Discord.Entities;

/// <summary>
/// A guild ("server"), as GET /guilds/{id} gives it and, with channels and membership, GUILD_CREATE.
/// Source: https://discord.com/developers/docs/resources/guild#guild-object and events/gateway-events#guild-create.
/// </summary>
public sealed record Guild
{
    /// <summary>The guild's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The guild's name, 2–100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The account that owns it.</summary>
    public required Snowflake OwnerId { get; init; }

    /// <summary>The roles, @everyone included.</summary>
    public IReadOnlyList<Role> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Where Discord posts its own notices, if set.</summary>
    public Snowflake? SystemChannelId { get; init; }

    /// <summary>The language the guild prefers, as a code such as "en-US".</summary>
    public string? PreferredLocale { get; init; }

    /// <summary>When the bot joined; only in GUILD_CREATE.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>How many members; only in GUILD_CREATE.</summary>
    public int? MemberCount { get; init; }

    /// <summary>The channels; only in GUILD_CREATE.</summary>
    public IReadOnlyList<Channel> Channels { get; init => field = value ?? []; } = [];

    /// <summary>Active threads the bot can see; only in GUILD_CREATE.</summary>
    public IReadOnlyList<Channel> Threads { get; init => field = value ?? []; } = [];

    /// <summary>Members: without the presence intent only the bot itself and those in voice; only in GUILD_CREATE.</summary>
    public IReadOnlyList<Member> Members { get; init => field = value ?? []; } = [];
}

/// <summary>A guild that is in an outage, or that the bot has left.</summary>
public sealed record UnavailableGuild
{
    /// <summary>The guild's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>True in an outage; in GUILD_DELETE false or absent means that the bot was removed.</summary>
    public bool Unavailable { get; init; }
}
