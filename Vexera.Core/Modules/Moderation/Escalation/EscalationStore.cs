using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Escalation;

/// <summary>The rules of guilds, and which warnings led to something. Every method throws <see cref="StorageException"/> when the database cannot be used.</summary>
internal sealed class EscalationStore(IDatabase database)
{
    private const string Put =
        """
        INSERT INTO moderation_escalations (guild_id, warnings, period, action, lasts) VALUES (@guildId, @warnings, @period, @action, @lasts)
        ON CONFLICT (guild_id, warnings) DO UPDATE SET period = excluded.period, action = excluded.action, lasts = excluded.lasts
        """;

    /// <summary>The rules of a guild, by number of warnings.</summary>
    public async Task<IReadOnlyList<EscalationRule>> ListAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<EscalationRow>(
            $"SELECT {EscalationRow.Columns} FROM moderation_escalations WHERE guild_id = @guildId ORDER BY warnings", new { guildId });
        return [.. rows.Select(row => row.ToRule())];
    }

    /// <summary>Sets a rule, in place of the one for the same number of warnings.</summary>
    public Task SetAsync(Snowflake guildId, EscalationRule rule, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => connection.ExecuteAsync(Put, Row(guildId, rule)), cancellationToken);

    /// <summary>Sets all rules of a guild in place of those before, within a transaction that the caller has open.</summary>
    public static async Task ReplaceAsync(DbConnection connection, Snowflake guildId, IEnumerable<EscalationRule> rules)
    {
        await connection.ExecuteAsync("DELETE FROM moderation_escalations WHERE guild_id = @guildId", new { guildId });
        await connection.ExecuteAsync(Put, rules.Select(rule => Row(guildId, rule)).ToList());
    }

    /// <summary>Removes the rule for a number of warnings; false when there is none.</summary>
    public async Task<bool> RemoveAsync(Snowflake guildId, long warnings, CancellationToken cancellationToken) => await database.WriteAsync(
        connection => connection.ExecuteAsync(
            "DELETE FROM moderation_escalations WHERE guild_id = @guildId AND warnings = @warnings", new { guildId, warnings }),
        cancellationToken) == 1;

    /// <summary>The warning that a rule is to act on, and has not yet; null for none.</summary>
    public async Task<long?> FindUnsettledAsync(Snowflake guildId, Snowflake targetId, long warnings, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(
            """
            SELECT case_number FROM moderation_escalated
            WHERE guild_id = @guildId AND target_id = @targetId AND warnings = @warnings AND settled = 0
            """,
            new { guildId, targetId, warnings });
    }

    /// <summary>The rule has acted on that warning, or will not.</summary>
    public Task SettleAsync(Snowflake guildId, Snowflake targetId, long warnings, long caseNumber, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.ExecuteAsync(
                """
                UPDATE moderation_escalated SET settled = 1
                WHERE guild_id = @guildId AND target_id = @targetId AND warnings = @warnings AND case_number = @caseNumber
                """,
                new { guildId, targetId, warnings, caseNumber }),
            cancellationToken);

    private static object Row(Snowflake guildId, EscalationRule rule) => new
    {
        guildId,
        warnings = rule.Warnings,
        period = rule.Period.ToString(),
        action = rule.Action.ToString().ToLowerInvariant(),
        lasts = rule.Lasts?.ToString(),
    };
}
