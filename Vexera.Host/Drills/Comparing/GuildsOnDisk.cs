using Microsoft.Data.Sqlite;
using Vexera.Core.State;
using Vexera.Core.State.Records;

namespace Vexera.Host.Drills.Comparing;

/// <summary>The guilds as a bot's database has them.</summary>
internal static class GuildsOnDisk
{
    /// <summary>Reads all of them, while the bot runs or not.</summary>
    /// <param name="database">The SQLite file.</param>
    /// <returns>Each guild by its id; null where the record is empty or damaged.</returns>
    public static Dictionary<ulong, GuildState?> Read(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT guild_id, record FROM guild_states";
        using var rows = command.ExecuteReader();
        var guilds = new Dictionary<ulong, GuildState?>();
        while (rows.Read())
            guilds.Add(unchecked((ulong)rows.GetInt64(0)), GuildRecord.TryDecode(rows.GetFieldValue<byte[]>(1), out var state) ? state : null);
        return guilds;
    }
}
