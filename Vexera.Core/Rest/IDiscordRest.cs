namespace Vexera.Core.Rest;

/// <summary>
/// Discord's HTTP API, by resource. Every call waits for a rate-limit permit, and fails with
/// <see cref="DiscordRestException"/> when Discord refuses or <see cref="DiscordUnreachableException"/> when no answer came.
/// </summary>
internal interface IDiscordRest
{
    /// <summary>Gateway address and identify budget.</summary>
    IGatewayResource Gateway { get; }

    /// <summary>The bot's application and its slash commands.</summary>
    IApplicationResource Applications { get; }

    /// <summary>Users, the bot itself among them.</summary>
    IUserResource Users { get; }

    /// <summary>Guilds, their channels, roles, members and bans.</summary>
    IGuildResource Guilds { get; }

    /// <summary>Who did what in guilds.</summary>
    IAuditLogResource AuditLogs { get; }

    /// <summary>Channels and messages.</summary>
    IChannelResource Channels { get; }

    /// <summary>What webhooks say.</summary>
    IWebhookResource Webhooks { get; }

    /// <summary>Answers to interactions.</summary>
    IInteractionResource Interactions { get; }
}
