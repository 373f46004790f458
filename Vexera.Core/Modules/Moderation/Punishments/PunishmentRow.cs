using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Moderation.Punishments;

/// <summary>A row of the table <c>moderation_punishments</c>.</summary>
internal sealed class PunishmentRow
{
    private const string Columns = "guild_id AS guildId, user_id AS userId, kind, case_number AS caseNumber, ends_at AS endsAt";

    public long GuildId { get; init; }

    public long UserId { get; init; }

    public string Kind { get; init; } = "";

    public long CaseNumber { get; init; }

    public long? EndsAt { get; init; }

    /// <summary>Reads who is punished; null when the user is not.</summary>
    public static async Task<Punishment?> FindAsync(DbConnection connection, Snowflake guildId, Snowflake userId, PunishmentKind kind)
    {
        var row = await connection.QuerySingleOrDefaultAsync<PunishmentRow>(
            $"SELECT {Columns} FROM moderation_punishments WHERE guild_id = @guildId AND user_id = @userId AND kind = @kind",
            new { guildId, userId, kind = Word(kind) });
        return row is null ? null : new Punishment(guildId, userId, kind, row.CaseNumber, Column.Instant(row.EndsAt));
    }

    /// <summary>Reads who is punished so in a guild, by user.</summary>
    public static async Task<IEnumerable<Punishment>> ListAsync(DbConnection connection, Snowflake guildId, PunishmentKind kind, int most)
    {
        var rows = await connection.QueryAsync<PunishmentRow>(
            $"SELECT {Columns} FROM moderation_punishments WHERE guild_id = @guildId AND kind = @kind ORDER BY user_id LIMIT @most",
            new { guildId, kind = Word(kind), most });
        return rows.Select(row => new Punishment(guildId, Column.Id(row.UserId), kind, row.CaseNumber, Column.Instant(row.EndsAt)));
    }

    /// <summary>Sets one in place of any other of its kind.</summary>
    public static Task SetAsync(DbConnection connection, Punishment punishment) => connection.ExecuteAsync(
        """
        INSERT INTO moderation_punishments (guild_id, user_id, kind, case_number, ends_at, alerted)
        VALUES (@guildId, @userId, @kind, @caseNumber, @endsAt, 0)
        ON CONFLICT (guild_id, user_id, kind) DO UPDATE
        SET case_number = excluded.case_number, ends_at = excluded.ends_at, alerted = 0
        """,
        new
        {
            guildId = punishment.GuildId,
            userId = punishment.UserId,
            kind = Word(punishment.Kind),
            caseNumber = punishment.CaseNumber,
            endsAt = Column.Of(punishment.EndsAt),
        });

    /// <summary>Removes it.</summary>
    public static Task RemoveAsync(DbConnection connection, Punishment punishment) => connection.ExecuteAsync(
        "DELETE FROM moderation_punishments WHERE guild_id = @guildId AND user_id = @userId AND kind = @kind",
        new { guildId = punishment.GuildId, userId = punishment.UserId, kind = Word(punishment.Kind) });

    /// <summary>Notes that it was said that the bot may not end it; true for the first who does so.</summary>
    public static async Task<bool> AlertAsync(DbConnection connection, Punishment punishment) => await connection.ExecuteAsync(
        """
        UPDATE moderation_punishments SET alerted = 1
        WHERE guild_id = @guildId AND user_id = @userId AND kind = @kind AND case_number = @caseNumber AND alerted = 0
        """,
        new { guildId = punishment.GuildId, userId = punishment.UserId, kind = Word(punishment.Kind), caseNumber = punishment.CaseNumber }) == 1;

    /// <summary>One of which it is noted that the bot may not end it, but not yet said; null for none.</summary>
    public static async Task<Punishment?> FindAlertedAsync(DbConnection connection, Snowflake guildId)
    {
        var row = await connection.QueryFirstOrDefaultAsync<PunishmentRow>(
            $"SELECT {Columns} FROM moderation_punishments WHERE guild_id = @guildId AND alerted = 1 ORDER BY case_number", new { guildId });
        return row is null
            ? null
            : new Punishment(guildId, Column.Id(row.UserId), Enum.Parse<PunishmentKind>(row.Kind, ignoreCase: true), row.CaseNumber, Column.Instant(row.EndsAt));
    }

    /// <summary>It is said.</summary>
    public static Task<int> SaidAsync(DbConnection connection, Punishment punishment) => connection.ExecuteAsync(
        "UPDATE moderation_punishments SET alerted = 2 WHERE guild_id = @guildId AND user_id = @userId AND kind = @kind AND alerted = 1",
        new { guildId = punishment.GuildId, userId = punishment.UserId, kind = Word(punishment.Kind) });

    /// <summary>The kind as the column has it.</summary>
    public static string Word(PunishmentKind kind) => kind.ToString().ToLowerInvariant();
}
