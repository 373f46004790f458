using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>Something a moderator did to somebody, under a number of the guild.</summary>
internal sealed record Case
{
    /// <summary>The guild.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>1, 2, 3… in the guild, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>What was done.</summary>
    public required CaseType Type { get; init; }

    /// <summary>To whom.</summary>
    public required Snowflake TargetId { get; init; }

    /// <summary>The target's name at that time.</summary>
    public required string TargetName { get; init; }

    /// <summary>Who did it; null when that is not known.</summary>
    public Snowflake? ModeratorId { get; init; }

    /// <summary>The moderator's name at that time.</summary>
    public string? ModeratorName { get; init; }

    /// <summary>Why; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a ban or mute is to end; null for never, and for what is over at once.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When a ban or mute ceased to hold; null while it does.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it ceased to hold; null while it does.</summary>
    public CaseEnding? Ending { get; init; }

    /// <summary>Who lifted it, where that is known.</summary>
    public Snowflake? ClosedBy { get; init; }

    /// <summary>What else there is to say.</summary>
    public CaseNotes Notes { get; init; }

    /// <summary>The channel of its message in the mod log; null for none.</summary>
    public Snowflake? LogChannelId { get; init; }

    /// <summary>Its message in the mod log; null for none.</summary>
    public Snowflake? LogMessageId { get; init; }

    /// <summary>The entry of Discord's audit log that it was made from; null for what the bot did itself.</summary>
    public Snowflake? AuditEntryId { get; init; }

    /// <summary>The number of the warning that set it off; null where a person did it.</summary>
    public long? EscalatedFrom { get; init; }

    /// <summary>When it was deleted: what is left is a tombstone, without reason.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Who deleted it.</summary>
    public Snowflake? DeletedBy { get; init; }

    /// <summary>Whether it is a ban or mute that holds.</summary>
    public bool IsOpen => Type is CaseType.Ban or CaseType.Mute && ClosedAt is null;

    /// <summary>Whether it is a tombstone.</summary>
    public bool IsDeleted => DeletedAt is not null;
}

/// <summary>A case to be written, which has no number yet.</summary>
internal sealed record CaseDraft
{
    /// <inheritdoc cref="Case.GuildId"/>
    public required Snowflake GuildId { get; init; }

    /// <inheritdoc cref="Case.Type"/>
    public required CaseType Type { get; init; }

    /// <inheritdoc cref="Case.TargetId"/>
    public required Snowflake TargetId { get; init; }

    /// <inheritdoc cref="Case.TargetName"/>
    public required string TargetName { get; init; }

    /// <inheritdoc cref="Case.ModeratorId"/>
    public Snowflake? ModeratorId { get; init; }

    /// <inheritdoc cref="Case.ModeratorName"/>
    public string? ModeratorName { get; init; }

    /// <inheritdoc cref="Case.Reason"/>
    public string? Reason { get; init; }

    /// <summary>When it happened; null for now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <inheritdoc cref="Case.EndsAt"/>
    public DateTimeOffset? EndsAt { get; init; }

    /// <inheritdoc cref="Case.Notes"/>
    public CaseNotes Notes { get; init; }

    /// <summary>The entry of Discord's audit log that it is made from: of the same entry only one case is made.</summary>
    public Snowflake? AuditEntryId { get; init; }

    /// <summary>The message or interaction that asks for it: of the same one only one case is made.</summary>
    public Snowflake? CauseId { get; init; }

    /// <inheritdoc cref="Case.EscalatedFrom"/>
    public long? EscalatedFrom { get; init; }
}
