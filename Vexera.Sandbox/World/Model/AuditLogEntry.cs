using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Vexera.Sandbox.World.Model;

/// <summary><see href="https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object"/></summary>
internal sealed record AuditLogEntry(ulong Id, AuditAction Action, ulong UserId, ulong? TargetId)
{
    public string? Reason { get; init; }
    public ImmutableArray<AuditChange> Changes { get; init; } = [];
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>One property's old and new value; null where there was or is none.</summary>
internal sealed record AuditChange(string Key, JsonNode? Old, JsonNode? New);

/// <summary>Who does something, and why: what the audit log will say.</summary>
internal readonly record struct Actor(ulong UserId, string? Reason = null);

/// <summary><see href="https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object-audit-log-events"/></summary>
internal enum AuditAction
{
    GuildUpdate = 1,
    ChannelCreate = 10,
    ChannelUpdate = 11,
    ChannelDelete = 12,
    ChannelOverwriteCreate = 13,
    ChannelOverwriteUpdate = 14,
    ChannelOverwriteDelete = 15,
    MemberKick = 20,
    MemberPrune = 21,
    MemberBanAdd = 22,
    MemberBanRemove = 23,
    MemberUpdate = 24,
    MemberRoleUpdate = 25,
    MemberMove = 26,
    MemberDisconnect = 27,
    BotAdd = 28,
    RoleCreate = 30,
    RoleUpdate = 31,
    RoleDelete = 32,
    InviteCreate = 40,
    InviteDelete = 42,
    WebhookCreate = 50,
    WebhookUpdate = 51,
    WebhookDelete = 52,
    MessageDelete = 72,
    MessageBulkDelete = 73,
    MessagePin = 74,
    MessageUnpin = 75,
    ThreadCreate = 110,
    ThreadUpdate = 111,
    ThreadDelete = 112,
}
