namespace Vexera.Core.Discord;

/// <summary>
/// Which groups of events a session asks for.
/// Source: https://discord.com/developers/docs/events/gateway#gateway-intents.
/// </summary>
[Flags]
public enum GatewayIntents
{
    /// <summary>Nothing but what Discord always sends.</summary>
    None = 0,

    /// <summary>Guilds, roles, channels, threads, stage instances.</summary>
    Guilds = 1 << 0,

    /// <summary>Members joining, leaving, changing. Privileged.</summary>
    GuildMembers = 1 << 1,

    /// <summary>Bans and audit-log entries.</summary>
    GuildModeration = 1 << 2,

    /// <summary>Emojis, stickers, sounds.</summary>
    GuildExpressions = 1 << 3,

    /// <summary>Integrations.</summary>
    GuildIntegrations = 1 << 4,

    /// <summary>Webhooks.</summary>
    GuildWebhooks = 1 << 5,

    /// <summary>Invites.</summary>
    GuildInvites = 1 << 6,

    /// <summary>Voice states.</summary>
    GuildVoiceStates = 1 << 7,

    /// <summary>Presences. Privileged.</summary>
    GuildPresences = 1 << 8,

    /// <summary>Messages in guilds.</summary>
    GuildMessages = 1 << 9,

    /// <summary>Reactions in guilds.</summary>
    GuildMessageReactions = 1 << 10,

    /// <summary>Typing in guilds.</summary>
    GuildMessageTyping = 1 << 11,

    /// <summary>Messages in direct messages.</summary>
    DirectMessages = 1 << 12,

    /// <summary>Reactions in direct messages.</summary>
    DirectMessageReactions = 1 << 13,

    /// <summary>Typing in direct messages.</summary>
    DirectMessageTyping = 1 << 14,

    /// <summary>The text of messages that neither mention nor come from the bot. Privileged.</summary>
    MessageContent = 1 << 15,

    /// <summary>Scheduled events.</summary>
    GuildScheduledEvents = 1 << 16,

    /// <summary>Automod rules.</summary>
    AutoModerationConfiguration = 1 << 20,

    /// <summary>Automod executions.</summary>
    AutoModerationExecution = 1 << 21,

    /// <summary>Polls in guilds.</summary>
    GuildMessagePolls = 1 << 24,

    /// <summary>Polls in direct messages.</summary>
    DirectMessagePolls = 1 << 25,
}
