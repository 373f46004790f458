using System.Data.Common;
using Dapper;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Ends;

namespace Vexera.Core.Modules.Moderation.Escalation;

/// <summary>
/// Counts warnings, in the transaction that writes one, and has what they lead to done. A warning that a rule has acted on does not
/// count for that rule again, so that each acts once.
/// </summary>
internal sealed class EscalationCounter(ModerationWork work)
{
    /// <summary>What a new case leads to; null for nothing. Of several rules the one with the most warnings acts.</summary>
    public async Task<EscalationRule?> CountAsync(DbConnection connection, Case written)
    {
        if (written.Type != CaseType.Warn)
            return null;
        var rows = await connection.QueryAsync<EscalationRow>(
            $"SELECT {EscalationRow.Columns} FROM moderation_escalations WHERE guild_id = @guildId ORDER BY warnings DESC",
            new { guildId = written.GuildId });
        foreach (var rule in rows.Select(row => row.ToRule()))
        {
            if (await CountAsync(connection, written, rule) < rule.Warnings)
                continue;
            await ClaimAsync(connection, written, rule);
            return rule;
        }

        return null;
    }

    // What came before the last time that the rule acted does not count.
    private static Task<long> CountAsync(DbConnection connection, Case written, EscalationRule rule) => connection.ExecuteScalarAsync<long>(
        """
        SELECT COUNT(*) FROM moderation_cases
        WHERE guild_id = @guildId AND target_id = @targetId AND type = 'Warn' AND deleted_at IS NULL AND created_at >= @since
            AND number > COALESCE(
                (SELECT case_number FROM moderation_escalated WHERE guild_id = @guildId AND target_id = @targetId AND warnings = @warnings), 0)
        """,
        new { guildId = written.GuildId, targetId = written.TargetId, since = rule.Period.Before(written.CreatedAt), warnings = rule.Warnings });

    private async Task ClaimAsync(DbConnection connection, Case written, EscalationRule rule)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO moderation_escalated (guild_id, target_id, warnings, case_number, settled)
            VALUES (@guildId, @targetId, @warnings, @number, 0)
            ON CONFLICT (guild_id, target_id, warnings) DO UPDATE SET case_number = excluded.case_number, settled = 0
            """,
            new { guildId = written.GuildId, targetId = written.TargetId, warnings = rule.Warnings, number = written.Number });
        await work.EscalateAsync(connection, written.GuildId, written.TargetId, rule.Warnings);
    }
}
