using System.Data.Common;
using Vexera.Core.Discord;

namespace Vexera.Core.State.Durable;

/// <summary>Reads what is asked for at start; row by row, since there may be hundreds of thousands.</summary>
internal static class StateQueries
{
    /// <summary>Every guild, without its record. The index <c>guild_states_known</c> has all of it.</summary>
    public static async Task<IReadOnlyList<SavedGuild>> GuildsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT guild_id, member_count, available FROM guild_states ORDER BY guild_id";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var guilds = new List<SavedGuild>();
        while (await reader.ReadAsync(cancellationToken))
            guilds.Add(new SavedGuild(new Snowflake(unchecked((ulong)reader.GetInt64(0))), (int)reader.GetInt64(1), reader.GetInt64(2) != 0));
        return guilds;
    }

    /// <summary>Every session.</summary>
    public static async Task<IReadOnlyList<SavedSession>> SessionsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT shard_id, shard_count, session_id, resume_url, sequence, handled FROM sessions ORDER BY shard_count, shard_id";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sessions = new List<SavedSession>();
        while (await reader.ReadAsync(cancellationToken))
            sessions.Add(Session(reader));
        return sessions;
    }

    private static SavedSession Session(DbDataReader row) => new(
        new ShardKey((int)row.GetInt64(0), (int)row.GetInt64(1)),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetInt64(4),
        row.GetFieldValue<byte[]>(5));
}
