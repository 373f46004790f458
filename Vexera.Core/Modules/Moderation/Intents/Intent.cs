using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Intents;

/// <summary>
/// What is being asked of Discord. It is in the database before Discord is asked, so that after a kill at any moment it is known
/// what may have been done. One for each target.
/// </summary>
internal sealed record Intent
{
    /// <inheritdoc cref="Case.GuildId"/>
    public required Snowflake GuildId { get; init; }

    /// <inheritdoc cref="Case.TargetId"/>
    public required Snowflake TargetId { get; init; }

    /// <inheritdoc cref="Case.Type"/>
    public required CaseType Type { get; init; }

    /// <inheritdoc cref="Case.TargetName"/>
    public required string TargetName { get; init; }

    /// <inheritdoc cref="Case.ModeratorId"/>
    public Snowflake? ModeratorId { get; init; }

    /// <inheritdoc cref="Case.ModeratorName"/>
    public string? ModeratorName { get; init; }

    /// <inheritdoc cref="Case.Reason"/>
    public string? Reason { get; init; }

    /// <summary>When it was made, which is when the case counts as having happened.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <inheritdoc cref="Case.EndsAt"/>
    public DateTimeOffset? EndsAt { get; init; }

    /// <inheritdoc cref="Case.Notes"/>
    public CaseNotes Notes { get; init; }

    /// <inheritdoc cref="CaseDraft.CauseId"/>
    public Snowflake? CauseId { get; init; }

    /// <inheritdoc cref="Case.EscalatedFrom"/>
    public long? EscalatedFrom { get; init; }

    /// <summary>The case that it becomes.</summary>
    /// <param name="notes">What came up since it was made.</param>
    public CaseDraft ToDraft(CaseNotes notes) => new()
    {
        GuildId = GuildId,
        Type = Type,
        TargetId = TargetId,
        TargetName = TargetName,
        ModeratorId = ModeratorId,
        ModeratorName = ModeratorName,
        Reason = Reason,
        CreatedAt = MadeAt,
        EndsAt = EndsAt,
        Notes = Notes | notes,
        CauseId = CauseId,
        EscalatedFrom = EscalatedFrom,
    };
}
