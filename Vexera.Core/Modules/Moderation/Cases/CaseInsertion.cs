using System.Data.Common;
using Dapper;

namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>Gives a case the guild's next number. Within a transaction, of which one runs at a time, so that numbers have no gap.</summary>
internal static class CaseInsertion
{
    /// <summary>Writes the row.</summary>
    /// <returns>The case's number.</returns>
    public static async Task<long> InsertAsync(DbConnection connection, CaseDraft draft, DateTimeOffset now)
    {
        var number = await connection.ExecuteScalarAsync<long>(
            "SELECT COALESCE(MAX(number), 0) + 1 FROM moderation_cases WHERE guild_id = @guildId", new { guildId = draft.GuildId });
        await connection.ExecuteAsync(
            """
            INSERT INTO moderation_cases (guild_id, number, type, target_id, target_name, moderator_id, moderator_name, reason,
                created_at, ends_at, notes, audit_entry_id, cause_id, escalated_from)
            VALUES (@guildId, @number, @type, @targetId, @targetName, @moderatorId, @moderatorName, @reason,
                @createdAt, @endsAt, @notes, @auditEntryId, @causeId, @escalatedFrom)
            """,
            new
            {
                guildId = draft.GuildId,
                number,
                type = draft.Type.ToString(),
                targetId = draft.TargetId,
                targetName = draft.TargetName,
                moderatorId = Column.Of(draft.ModeratorId),
                moderatorName = draft.ModeratorName,
                reason = draft.Reason,
                createdAt = draft.CreatedAt ?? now,
                endsAt = Column.Of(draft.EndsAt),
                notes = (long)draft.Notes,
                auditEntryId = Column.Of(draft.AuditEntryId),
                causeId = Column.Of(draft.CauseId),
                escalatedFrom = draft.EscalatedFrom,
            });
        return number;
    }
}
