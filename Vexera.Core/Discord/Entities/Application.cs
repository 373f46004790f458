namespace Vexera.Core.Discord.Entities;

/// <summary>Bits of <see cref="Application.Flags"/>; only those that matter to intents.</summary>
[Flags]
public enum ApplicationFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Approved for presences.</summary>
    GatewayPresence = 1 << 12,

    /// <summary>Presences switched on in the portal (under 100 guilds).</summary>
    GatewayPresenceLimited = 1 << 13,

    /// <summary>Approved for members.</summary>
    GatewayGuildMembers = 1 << 14,

    /// <summary>Members switched on in the portal (under 100 guilds).</summary>
    GatewayGuildMembersLimited = 1 << 15,

    /// <summary>Approved for message content.</summary>
    GatewayMessageContent = 1 << 18,

    /// <summary>Message content switched on in the portal (under 100 guilds).</summary>
    GatewayMessageContentLimited = 1 << 19,
}

/// <summary>The bot's application. Source: https://discord.com/developers/docs/resources/application#application-object.</summary>
public sealed record Application
{
    /// <summary>The application's id; for nearly all bots also the bot user's.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The name; absent in READY.</summary>
    public string? Name { get; init; }

    /// <summary>Which privileged intents are switched on, among others.</summary>
    public ApplicationFlags Flags { get; init; }

    /// <summary>Who owns it; absent in READY.</summary>
    public User? Owner { get; init; }
}
