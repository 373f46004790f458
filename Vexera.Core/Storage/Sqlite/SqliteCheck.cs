using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Vexera.Core.Storage.Sqlite;

/// <summary>Looks whether a file is a database of ours, not newer than this build, and intact.</summary>
/// <param name="diagnosis">Words what is wrong.</param>
/// <param name="schema">What this build knows.</param>
/// <param name="time">The clock.</param>
internal sealed class SqliteCheck(SqliteDiagnosis diagnosis, SchemaMigrator schema, TimeProvider time)
{
    /// <summary>
    /// How long a start may spend on it: 600 MB take a third of a second where they lie in memory, but as long as the disk needs
    /// to read them where they do not. Tables with few rows come first, for they are the ones that nothing can bring back.
    /// </summary>
    public static readonly TimeSpan AtStart = TimeSpan.FromSeconds(1);

    private const int InstructionsBetweenLooks = 100;

    /// <summary>Checks the pages as long as there is time. A file without tables is in order.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="limit">How long the pages may be looked at.</param>
    /// <returns>False when the time was too short for all pages.</returns>
    /// <exception cref="StorageException">Damaged, another program's, or newer.</exception>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public async Task<bool> RunAsync(SqliteConnection connection, TimeSpan limit)
    {
        if (await HasTablesAsync(connection))
            await CheckSchemaAsync(connection);
        var tables = await TablesAsync(connection);
        return CheckPages(connection, tables, limit);
    }

    /// <summary>Checks every page and every index, however long it takes.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="mayBeEmpty">Whether a file without tables is in order, or not ours.</param>
    /// <exception cref="StorageException">Damaged, another program's, or newer.</exception>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public async Task RunFullyAsync(SqliteConnection connection, bool mayBeEmpty = false)
    {
        if (!mayBeEmpty || await HasTablesAsync(connection))
            await CheckSchemaAsync(connection);
        Judge(connection.ExecuteScalar<string>("PRAGMA integrity_check(1)", commandTimeout: 0));
    }

    private static async Task<bool> HasTablesAsync(SqliteConnection connection) =>
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table'") > 0;

    private async Task CheckSchemaAsync(SqliteConnection connection)
    {
        var journals = await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @Journal", new { SchemaMigrator.Journal });
        if (journals == 0)
            throw diagnosis.Foreign();
        if (await schema.UnknownStepAsync(connection) is { } unknown)
            throw diagnosis.Newer(unknown);
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(SqliteConnection connection)
    {
        var tables = new List<(string Name, long LastRow)>();
        foreach (var name in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'"))
            tables.Add((name, await connection.ExecuteScalarAsync<long?>($"SELECT max(rowid) FROM {Quoted(name)}") ?? 0));
        return [.. tables.OrderBy(table => table.LastRow).Select(table => table.Name)];
    }

    private bool CheckPages(SqliteConnection connection, IReadOnlyList<string> tables, TimeSpan limit)
    {
        var began = time.GetTimestamp();
        raw.sqlite3_progress_handler(
            connection.Handle, InstructionsBetweenLooks, _ => time.GetElapsedTime(began) > limit ? 1 : 0, null);
        try
        {
            foreach (var table in tables)
                Judge(connection.ExecuteScalar<string>($"PRAGMA quick_check({Quoted(table)})"));
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            return false;
        }
        finally
        {
            raw.sqlite3_progress_handler(connection.Handle, 0, (delegate_progress?)null, null);
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Judge(string? finding)
    {
        if (finding != "ok")
            throw diagnosis.Damaged(finding ?? "no answer");
    }
}
