using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>Reads cases, and who is punished. Every method throws <see cref="StorageException"/> when the database cannot be used.</summary>
internal sealed class CaseStore(IDatabase database)
{
    /// <summary>The case of that number, tombstones included; null when there is none.</summary>
    public Task<Case?> FindAsync(Snowflake guildId, long number, CancellationToken cancellationToken) =>
        FindAsync("number = @number", new { guildId, number }, cancellationToken);

    /// <summary>The case that a message or interaction led to; null when it led to none yet.</summary>
    public Task<Case?> FindByCauseAsync(Snowflake guildId, Snowflake causeId, CancellationToken cancellationToken) =>
        FindAsync("cause_id = @causeId", new { guildId, causeId }, cancellationToken);

    /// <summary>The case made from an entry of the audit log; null when there is none.</summary>
    public Task<Case?> FindByAuditEntryAsync(Snowflake guildId, Snowflake entryId, CancellationToken cancellationToken) =>
        FindAsync("audit_entry_id = @entryId", new { guildId, entryId }, cancellationToken);

    /// <summary>The case that a warning led to; null when it led to none yet.</summary>
    public Task<Case?> FindEscalatedAsync(Snowflake guildId, Snowflake targetId, long warning, CancellationToken cancellationToken) =>
        FindAsync("target_id = @targetId AND escalated_from = @warning", new { guildId, targetId, warning }, cancellationToken);

    /// <summary>A page of somebody's cases, newest first, without tombstones.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="targetId">Whose.</param>
    /// <param name="skip">How many newer ones to leave out.</param>
    /// <param name="most">How many to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Case>> ListAsync(
        Snowflake guildId, Snowflake targetId, int skip, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<CaseRow>(
            $"""
            SELECT {CaseRow.Columns} FROM moderation_cases
            WHERE guild_id = @guildId AND target_id = @targetId AND deleted_at IS NULL
            ORDER BY number DESC LIMIT @most OFFSET @skip
            """,
            new { guildId, targetId, skip, most });
        return [.. rows.Select(row => row.ToCase())];
    }

    /// <summary>How many of each type somebody has, without tombstones.</summary>
    public async Task<IReadOnlyDictionary<CaseType, int>> CountAsync(Snowflake guildId, Snowflake targetId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Type, long Count)>(
            """
            SELECT type, COUNT(*) FROM moderation_cases
            WHERE guild_id = @guildId AND target_id = @targetId AND deleted_at IS NULL GROUP BY type
            """,
            new { guildId, targetId });
        return rows.ToDictionary(row => Enum.Parse<CaseType>(row.Type), row => (int)row.Count);
    }

    /// <summary>The cases that have no message in the mod log, oldest first, without tombstones.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="since">Older ones are left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Case>> ListUnloggedAsync(Snowflake guildId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<CaseRow>(
            $"""
            SELECT {CaseRow.Columns} FROM moderation_cases
            WHERE guild_id = @guildId AND created_at >= @since AND log_message_id IS NULL AND deleted_at IS NULL ORDER BY number
            """,
            new { guildId, since });
        return [.. rows.Select(row => row.ToCase())];
    }

    /// <summary>The ban or mute that holds for somebody, as far as is known; null for none.</summary>
    public async Task<Punishment?> FindPunishmentAsync(
        Snowflake guildId, Snowflake userId, PunishmentKind kind, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await PunishmentRow.FindAsync(connection, guildId, userId, kind);
    }

    private async Task<Case?> FindAsync(string which, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<CaseRow>(
            $"SELECT {CaseRow.Columns} FROM moderation_cases WHERE guild_id = @guildId AND {which}", parameters);
        return row?.ToCase();
    }
}
