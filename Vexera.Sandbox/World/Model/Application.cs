namespace Vexera.Sandbox.World.Model;

/// <summary>An application; its bot user has the same id. <see href="https://discord.com/developers/docs/resources/application"/></summary>
internal sealed record Application(ulong Id, string Name)
{
    public string Description { get; init; } = "";
    public string PublicKey { get; init; } = "";
    public ulong OwnerId { get; init; }
    public ApplicationFlags Flags { get; init; } =
        ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayMessageContent;
    public bool BotPublic { get; init; } = true;
}

/// <summary>The privileged intents that the developer portal granted; the "limited" kind is what unverified bots have.</summary>
[Flags]
internal enum ApplicationFlags
{
    None = 0,
    GatewayPresence = 1 << 12,
    GatewayPresenceLimited = 1 << 13,
    GatewayGuildMembers = 1 << 14,
    GatewayGuildMembersLimited = 1 << 15,
    GatewayMessageContent = 1 << 18,
    GatewayMessageContentLimited = 1 << 19,
    ApplicationCommandBadge = 1 << 23,
}
