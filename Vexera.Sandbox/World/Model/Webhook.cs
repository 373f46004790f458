namespace Vexera.Sandbox.World.Model;

/// <summary><see href="https://discord.com/developers/docs/resources/webhook#webhook-object"/></summary>
internal sealed record Webhook(ulong Id, WebhookType Type, ulong GuildId, ulong ChannelId, string Name)
{
    public string? Avatar { get; init; }

    /// <summary>Only incoming webhooks have one.</summary>
    public string? Token { get; init; }

    public ulong? ApplicationId { get; init; }
    public User? Creator { get; init; }

    /// <summary>For a follower webhook, the announcement channel that it follows.</summary>
    public ulong? SourceChannelId { get; init; }

    public ulong? SourceGuildId { get; init; }
}

internal enum WebhookType
{
    Incoming = 1,
    ChannelFollower = 2,
    Application = 3,
}
