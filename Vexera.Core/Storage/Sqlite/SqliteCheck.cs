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
    /// How long a start may spend on it: 600 MB take a third of a second from memory, but as long as the disk needs to read them
    /// where it is cold. Tables are checked in the order of the migrations, so the small and precious ones come first.
    /// </summary>
    public static readonly TimeSpan AtStart = TimeSpan.FromSeconds(2);

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
        return CheckPages(connection, limit);
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

    private bool CheckPages(SqliteConnection connection, TimeSpan limit)
    {
        var began = time.GetTimestamp();
        raw.sqlite3_progress_handler(
            connection.Handle, InstructionsBetweenLooks, _ => time.GetElapsedTime(began) > limit ? 1 : 0, null);
        try
        {
            Judge(connection.ExecuteScalar<string>("PRAGMA quick_check(1)"));
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

    private void Judge(string? finding)
    {
        if (finding != "ok")
            throw diagnosis.Damaged(finding ?? "no answer");
    }
}
