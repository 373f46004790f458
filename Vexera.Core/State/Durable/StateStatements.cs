using System.Data;
using System.Data.Common;
using System.Runtime.InteropServices;
using Vexera.Core.Discord;

namespace Vexera.Core.State.Durable;

/// <summary>The statements of one commit, each prepared once and run for each row.</summary>
internal sealed class StateStatements : IAsyncDisposable
{
    private const string PutGuild =
        """
        INSERT INTO guild_states (guild_id, member_count, available, record) VALUES (@guild_id, @member_count, @available, @record)
        ON CONFLICT (guild_id) DO UPDATE SET member_count = excluded.member_count, available = excluded.available, record = excluded.record
        """;

    private const string DropGuild = "DELETE FROM guild_states WHERE guild_id = @guild_id";

    private const string PutSession =
        """
        INSERT INTO sessions (shard_id, shard_count, session_id, resume_url, sequence, handled)
        VALUES (@shard_id, @shard_count, @session_id, @resume_url, @sequence, @handled)
        ON CONFLICT (shard_id, shard_count) DO UPDATE SET
            session_id = excluded.session_id, resume_url = excluded.resume_url, sequence = excluded.sequence, handled = excluded.handled
        """;

    private const string DropSession = "DELETE FROM sessions WHERE shard_id = @shard_id AND shard_count = @shard_count";

    private readonly DbCommand _putGuild;
    private readonly DbCommand _dropGuild;
    private readonly DbCommand _putSession;
    private readonly DbCommand _dropSession;

    /// <param name="connection">A connection within the commit's transaction.</param>
    public StateStatements(DbConnection connection)
    {
        _putGuild = Create(
            connection, PutGuild, ("guild_id", DbType.Int64), ("member_count", DbType.Int64), ("available", DbType.Int64), ("record", DbType.Binary));
        _dropGuild = Create(connection, DropGuild, ("guild_id", DbType.Int64));
        _putSession = Create(
            connection, PutSession, ("shard_id", DbType.Int64), ("shard_count", DbType.Int64), ("session_id", DbType.String),
            ("resume_url", DbType.String), ("sequence", DbType.Int64), ("handled", DbType.Binary));
        _dropSession = Create(connection, DropSession, ("shard_id", DbType.Int64), ("shard_count", DbType.Int64));
    }

    /// <summary>Writes a guild's row, or removes it when the bot is out of the guild.</summary>
    public Task WriteAsync(in GuildWrite guild, CancellationToken cancellationToken) => guild.Record is { } record
        ? RunAsync(_putGuild, [IdOf(guild.GuildId), (long)guild.MemberCount, guild.IsAvailable ? 1L : 0L, BytesOf(record)], cancellationToken)
        : RunAsync(_dropGuild, [IdOf(guild.GuildId)], cancellationToken);

    /// <summary>Writes a session's row.</summary>
    public Task WriteAsync(SavedSession session, CancellationToken cancellationToken) => RunAsync(
        _putSession,
        [
            (long)session.Shard.ShardId, (long)session.Shard.ShardCount, session.SessionId,
            session.ResumeUrl is { } url ? url : DBNull.Value, session.Sequence, BytesOf(session.Handled),
        ],
        cancellationToken);

    /// <summary>Removes the row of a shard's session.</summary>
    public Task EndAsync(ShardKey shard, CancellationToken cancellationToken) =>
        RunAsync(_dropSession, [(long)shard.ShardId, (long)shard.ShardCount], cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _putGuild, _dropGuild, _putSession, _dropSession })
            await command.DisposeAsync();
    }

    private static DbCommand Create(DbConnection connection, string sql, params ReadOnlySpan<(string Name, DbType Type)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static Task<int> RunAsync(DbCommand command, ReadOnlySpan<object> values, CancellationToken cancellationToken)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static long IdOf(Snowflake id) => unchecked((long)id.Value);

    // Records come in arrays of their own length; only another caller's slice is copied.
    private static byte[] BytesOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is { } array && segment.Offset == 0 && segment.Count == array.Length
            ? array
            : bytes.ToArray();
}
