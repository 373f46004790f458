using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.ModLog;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>What the database has of the audit log. Every method throws <see cref="StorageException"/> when it cannot be used.</summary>
internal sealed class AuditStore(IDatabase database)
{
    /// <summary>The guilds in which it matters what was missed: somebody is banned or muted there, or cases are shown.</summary>
    public async Task<IReadOnlySet<Snowflake>> ListConcernedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Snowflake>(
            "SELECT guild_id FROM moderation_punishments UNION SELECT guild_id FROM guild_settings WHERE name = @modlog",
            new { modlog = ModLogChannel.Setting })).ToHashSet();
    }

    /// <summary>
    /// After which entry nothing of others is a case yet: the newest that is one, else the instant of the guild's first case. Null
    /// when the guild has no case.
    /// </summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="before">Newer entries do not count: they came by the gateway while older ones were missed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Snowflake?> FindLastAsync(Snowflake guildId, Snowflake before, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var (entry, first) = await connection.QuerySingleAsync<(long? Entry, long? First)>(
            """
            SELECT
                (SELECT MAX(audit_entry_id) FROM moderation_cases WHERE guild_id = @guildId AND audit_entry_id < @before),
                (SELECT created_at FROM moderation_cases WHERE guild_id = @guildId ORDER BY number LIMIT 1)
            """,
            new { guildId, before });
        return Column.Id(entry) ?? (Column.Instant(first) is { } at ? Snowflake.At(at) : null);
    }

    /// <summary>Who is banned in the guild, as far as the bot knows.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="most">How many to read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Punishment>> ListBansAsync(Snowflake guildId, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await PunishmentRow.ListAsync(connection, guildId, PunishmentKind.Ban, most)];
    }
}
