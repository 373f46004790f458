using System.Text.Json;

namespace Vexera.Core.Discord.Entities;

/// <summary>
/// Something that somebody did in a guild. Source:
/// https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object.
/// </summary>
public sealed record AuditLogEntry
{
    /// <summary>The entry's id; tells when it was.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Who did it; null when it was nobody.</summary>
    public Snowflake? UserId { get; init; }

    /// <summary>To whom or what, if that has an id.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>What was done.</summary>
    public required AuditLogAction ActionType { get; init; }

    /// <summary>What changed by it.</summary>
    public IReadOnlyList<AuditLogChange> Changes { get; init => field = value ?? []; } = [];

    /// <summary>The reason that was given, up to 512 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a member's timeout was set, moved or ended by this.</summary>
    /// <param name="until">The timeout's end from now on; null when it was ended.</param>
    /// <param name="before">The end until then, in the past for one that ran out; null when there was none.</param>
    public bool ChangesTimeout(out DateTimeOffset? until, out DateTimeOffset? before)
    {
        var change = ActionType == AuditLogAction.MemberUpdate ? Changes.FirstOrDefault(one => one.Key == AuditLogChange.Timeout) : null;
        until = InstantIn(change?.NewValue);
        before = InstantIn(change?.OldValue);
        return change is not null;
    }

    private static DateTimeOffset? InstantIn(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out var instant) ? instant : null;
}

/// <summary>One property that changed.</summary>
public sealed record AuditLogChange
{
    /// <summary>The property of a member that holds the end of its timeout.</summary>
    internal const string Timeout = "communication_disabled_until";

    /// <summary>The property's name.</summary>
    public required string Key { get; init; }

    /// <summary>What it was; null when it was not set.</summary>
    public JsonElement? OldValue { get; init; }

    /// <summary>What it is now; null when it is not set any more.</summary>
    public JsonElement? NewValue { get; init; }
}

/// <summary>
/// What can be done, as far as Vexera asks. Source: https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object-audit-log-events.
/// </summary>
public enum AuditLogAction
{
    /// <summary>A member was kicked.</summary>
    MemberKick = 20,

    /// <summary>Somebody was banned.</summary>
    MemberBanAdd = 22,

    /// <summary>A ban was lifted.</summary>
    MemberBanRemove = 23,

    /// <summary>A member was changed: nickname, server mute, timeout.</summary>
    MemberUpdate = 24,

    /// <summary>A member got or lost roles.</summary>
    MemberRoleUpdate = 25,

    /// <summary>Members were put out of voice; says how many, not whom.</summary>
    MemberDisconnect = 27,

    /// <summary>Messages were deleted one by one.</summary>
    MessageDelete = 72,

    /// <summary>Messages were deleted together.</summary>
    MessageBulkDelete = 73,
}
