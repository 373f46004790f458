using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Vexera.Host.Drills.Comparing;

/// <summary>A case as a bot's database has it.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Number">Its number there.</param>
/// <param name="CauseId">The message that asked for it; null for none.</param>
internal sealed record CaseOnDisk(string GuildId, long Number, string? CauseId);

/// <summary>The cases as a bot's database has them.</summary>
internal static class CasesOnDisk
{
    /// <summary>Reads all of them, by guild and number.</summary>
    /// <param name="database">The SQLite file.</param>
    public static IReadOnlyList<CaseOnDisk> Read(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT guild_id, number, cause_id FROM moderation_cases ORDER BY guild_id, number";
        using var rows = command.ExecuteReader();
        var cases = new List<CaseOnDisk>();
        while (rows.Read())
            cases.Add(new CaseOnDisk(Id(rows.GetInt64(0)), rows.GetInt64(1), rows.IsDBNull(2) ? null : Id(rows.GetInt64(2))));
        return cases;
    }

    private static string Id(long column) => unchecked((ulong)column).ToString(CultureInfo.InvariantCulture);
}
