namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>A row of the table <c>moderation_cases</c>; see the migration for its columns.</summary>
internal sealed class CaseRow
{
    /// <summary>The columns, under the names of this class.</summary>
    public const string Columns =
        """
        guild_id AS guildId, number, type, target_id AS targetId, target_name AS targetName, moderator_id AS moderatorId,
        moderator_name AS moderatorName, reason, created_at AS createdAt, ends_at AS endsAt, closed_at AS closedAt,
        closed_how AS closedHow, closed_by AS closedBy, notes, log_channel_id AS logChannelId, log_message_id AS logMessageId,
        audit_entry_id AS auditEntryId, escalated_from AS escalatedFrom, deleted_at AS deletedAt, deleted_by AS deletedBy
        """;

    public long GuildId { get; init; }

    public long Number { get; init; }

    public string Type { get; init; } = "";

    public long TargetId { get; init; }

    public string TargetName { get; init; } = "";

    public long? ModeratorId { get; init; }

    public string? ModeratorName { get; init; }

    public string? Reason { get; init; }

    public long CreatedAt { get; init; }

    public long? EndsAt { get; init; }

    public long? ClosedAt { get; init; }

    public string? ClosedHow { get; init; }

    public long? ClosedBy { get; init; }

    public long Notes { get; init; }

    public long? LogChannelId { get; init; }

    public long? LogMessageId { get; init; }

    public long? AuditEntryId { get; init; }

    public long? EscalatedFrom { get; init; }

    public long? DeletedAt { get; init; }

    public long? DeletedBy { get; init; }

    /// <summary>The case.</summary>
    public Case ToCase() => new()
    {
        GuildId = Column.Id(GuildId),
        Number = Number,
        Type = Enum.Parse<CaseType>(Type),
        TargetId = Column.Id(TargetId),
        TargetName = TargetName,
        ModeratorId = Column.Id(ModeratorId),
        ModeratorName = ModeratorName,
        Reason = Reason,
        CreatedAt = Column.Instant(CreatedAt),
        EndsAt = Column.Instant(EndsAt),
        ClosedAt = Column.Instant(ClosedAt),
        Ending = ClosedHow is { } how ? Enum.Parse<CaseEnding>(how) : null,
        ClosedBy = Column.Id(ClosedBy),
        Notes = (CaseNotes)Notes,
        LogChannelId = Column.Id(LogChannelId),
        LogMessageId = Column.Id(LogMessageId),
        AuditEntryId = Column.Id(AuditEntryId),
        EscalatedFrom = EscalatedFrom,
        DeletedAt = Column.Instant(DeletedAt),
        DeletedBy = Column.Id(DeletedBy),
    };
}
