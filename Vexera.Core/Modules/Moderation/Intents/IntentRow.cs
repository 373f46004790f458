using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Intents;

/// <summary>A row of the table <c>moderation_intents</c>.</summary>
internal sealed class IntentRow
{
    private const string Columns =
        """
        guild_id AS guildId, target_id AS targetId, type, target_name AS targetName, moderator_id AS moderatorId,
        moderator_name AS moderatorName, reason, made_at AS madeAt, ends_at AS endsAt, notes, cause_id AS causeId,
        escalated_from AS escalatedFrom
        """;

    public long GuildId { get; init; }

    public long TargetId { get; init; }

    public string Type { get; init; } = "";

    public string TargetName { get; init; } = "";

    public long? ModeratorId { get; init; }

    public string? ModeratorName { get; init; }

    public string? Reason { get; init; }

    public long MadeAt { get; init; }

    public long? EndsAt { get; init; }

    public long Notes { get; init; }

    public long? CauseId { get; init; }

    public long? EscalatedFrom { get; init; }

    /// <summary>What is being asked about a target; null for nothing.</summary>
    public static async Task<Intent?> FindAsync(DbConnection connection, Snowflake guildId, Snowflake targetId)
    {
        var row = await connection.QuerySingleOrDefaultAsync<IntentRow>(
            $"SELECT {Columns} FROM moderation_intents WHERE guild_id = @guildId AND target_id = @targetId", new { guildId, targetId });
        return row?.ToIntent();
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="DbException">One for the same target is there.</exception>
    public static Task InsertAsync(DbConnection connection, Intent intent) => connection.ExecuteAsync(
        """
        INSERT INTO moderation_intents (guild_id, target_id, type, target_name, moderator_id, moderator_name, reason, made_at, ends_at,
            notes, cause_id, escalated_from)
        VALUES (@guildId, @targetId, @type, @targetName, @moderatorId, @moderatorName, @reason, @madeAt, @endsAt,
            @notes, @causeId, @escalatedFrom)
        """,
        new
        {
            guildId = intent.GuildId,
            targetId = intent.TargetId,
            type = intent.Type.ToString(),
            targetName = intent.TargetName,
            moderatorId = Column.Of(intent.ModeratorId),
            moderatorName = intent.ModeratorName,
            reason = intent.Reason,
            madeAt = intent.MadeAt,
            endsAt = Column.Of(intent.EndsAt),
            notes = (long)intent.Notes,
            causeId = Column.Of(intent.CauseId),
            escalatedFrom = intent.EscalatedFrom,
        });

    /// <summary>Removes it.</summary>
    public static Task RemoveAsync(DbConnection connection, Snowflake guildId, Snowflake targetId) => connection.ExecuteAsync(
        "DELETE FROM moderation_intents WHERE guild_id = @guildId AND target_id = @targetId", new { guildId, targetId });

    private Intent ToIntent() => new()
    {
        GuildId = Column.Id(GuildId),
        TargetId = Column.Id(TargetId),
        Type = Enum.Parse<CaseType>(Type),
        TargetName = TargetName,
        ModeratorId = Column.Id(ModeratorId),
        ModeratorName = ModeratorName,
        Reason = Reason,
        MadeAt = Column.Instant(MadeAt),
        EndsAt = Column.Instant(EndsAt),
        Notes = (CaseNotes)Notes,
        CauseId = Column.Id(CauseId),
        EscalatedFrom = EscalatedFrom,
    };
}
