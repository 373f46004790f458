namespace Vexera.Core.Discord.Entities;

/// <summary>A user's membership of a guild. Source: https://discord.com/developers/docs/resources/guild#guild-member-object.</summary>
public sealed record Member
{
    /// <summary>The account; absent inside MESSAGE_CREATE, where the message's author is the account.</summary>
    public User? User { get; init; }

    /// <summary>The name in this guild, if one is set.</summary>
    public string? Nick { get; init; }

    /// <summary>Ids of the member's roles, without @everyone.</summary>
    public IReadOnlyList<Snowflake> Roles { get; init => field = value ?? []; } = [];

    /// <summary>When the member joined; null for guests.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>Until when the member is timed out, or null.</summary>
    public DateTimeOffset? CommunicationDisabledUntil { get; init; }

    /// <summary>Whether membership screening is not yet passed.</summary>
    public bool Pending { get; init; }

    /// <summary>The member's permissions in the channel of an interaction, overwrites included; only there.</summary>
    public Permissions.Permission? Permissions { get; init; }
}
