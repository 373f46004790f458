using Microsoft.Data.Sqlite;
using Vexera.Core.State;
using Vexera.Core.State.Records;

namespace Vexera.Host.Drills.Comparing;

/// <summary>The guilds as a bot's database has them, looked up one by one while the bot runs or not: 300,000 of them need not fit into memory.</summary>
internal sealed class GuildsOnDisk : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;

    /// <param name="database">The SQLite file.</param>
    public GuildsOnDisk(string database)
    {
        _connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        _find = _connection.CreateCommand();
        _find.CommandText = "SELECT record FROM guild_states WHERE guild_id = $id";
        _find.Parameters.Add("$id", SqliteType.Integer);
    }

    /// <summary>All that have a row.</summary>
    public IEnumerable<ulong> Ids()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT guild_id FROM guild_states";
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return unchecked((ulong)rows.GetInt64(0));
    }

    /// <summary>Looks one up.</summary>
    /// <param name="id">The guild.</param>
    /// <param name="guild">The guild; null where its record is empty or damaged.</param>
    /// <returns>Whether it has a row.</returns>
    public bool TryFind(ulong id, out GuildState? guild)
    {
        _find.Parameters[0].Value = unchecked((long)id);
        guild = null;
        if (_find.ExecuteScalar() is not byte[] record)
            return false;
        if (GuildRecord.TryDecode(record, out var state))
            guild = state;
        return true;
    }

    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }
}
