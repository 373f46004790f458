using Dapper;
using Microsoft.Data.Sqlite;

namespace Vexera.Core.Storage.Sqlite;

/// <summary>
/// Copies database files whole, through SQLite, so that a copy of a database in use is of one instant. A copy appears under its
/// name when it is complete, checked and on the disk.
/// </summary>
/// <param name="busyTimeout">How long to wait for a lock of another program.</param>
/// <param name="time">The clock.</param>
internal sealed class SqliteBackup(TimeSpan busyTimeout, TimeProvider time)
{
    private const string AnotherBackup = "name another file";

    /// <summary>Copies the bot's database, which may be in use, into a file.</summary>
    /// <param name="path">The database file's full path.</param>
    /// <param name="target">The full path of the copy.</param>
    /// <param name="overwrite">Whether a file of that name is replaced.</param>
    /// <exception cref="StorageException">There is no database, it is not intact, or the copy cannot be written.</exception>
    public async Task BackUpAsync(string path, string target, bool overwrite)
    {
        var source = new SqliteDiagnosis(path, busyTimeout);
        var partial = Partial(target);
        try
        {
            await CopyAsync(path, partial, source);
            File.Move(partial, target, overwrite);
        }
        catch (Exception e) when (new SqliteDiagnosis(target, busyTimeout, AnotherBackup).Explain(e) is { } failure)
        {
            throw failure;
        }
        finally
        {
            Discard(partial);
        }
    }

    /// <summary>
    /// Puts a backup in the place of the database, brought forward to this build's schema. The database of before is kept beside
    /// it under another name.
    /// </summary>
    /// <param name="backup">The backup's full path; it is not changed.</param>
    /// <param name="path">The database file's full path.</param>
    /// <returns>Where the database of before is now; null when there was none.</returns>
    /// <exception cref="StorageException">A bot runs on the database, or the backup is not good; nothing was changed.</exception>
    public async Task<string?> RestoreAsync(string backup, string path)
    {
        var target = new SqliteDiagnosis(path, busyTimeout);
        var partial = Partial(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var claim = DatabaseClaim.TryTake(path) ?? throw target.InUse();
            await CopyAsync(backup, partial, new SqliteDiagnosis(backup, busyTimeout, AnotherBackup));
            await BringForwardAsync(partial);
            var aside = new SqliteFile(path, busyTimeout).SetAside("replaced", time.GetUtcNow());
            File.Move(partial, path);
            return aside;
        }
        catch (Exception e) when (target.Explain(e) is { } failure)
        {
            throw failure;
        }
        finally
        {
            Discard(partial);
        }
    }

    private static void Discard(string partial)
    {
        if (File.Exists(partial))
            File.Delete(partial);
    }

    private static string Partial(string target) => $"{target}.{Path.GetRandomFileName()}.partial";

    private async Task CopyAsync(string from, string to, SqliteDiagnosis source)
    {
        if (!File.Exists(from))
            throw source.Missing();
        await using var reader = new SqliteConnection(ConnectionString(from, SqliteOpenMode.ReadWrite));
        await using var writer = new SqliteConnection(ConnectionString(to, SqliteOpenMode.ReadWriteCreate));
        await writer.OpenAsync();
        try
        {
            await reader.OpenAsync();
            await reader.ExecuteAsync($"PRAGMA query_only = ON; PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds}");
            reader.BackupDatabase(writer);
            await new SqliteCheck(source, SchemaMigrator.OfThisBuild, time).RunFullyAsync(writer);
        }
        catch (SqliteException e) when (source.Explain(e) is { Problem: not StorageProblem.DiskFull } failure)
        {
            throw failure;
        }

        // One file, with nothing beside it.
        await writer.ExecuteAsync("PRAGMA journal_mode = DELETE");
    }

    private async Task BringForwardAsync(string path)
    {
        await using var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWrite));
        await connection.OpenAsync();
        SchemaMigrator.OfThisBuild.Migrate(connection);
        await connection.ExecuteAsync(SchemaMigrator.AfterRestore, new { now = time.GetUtcNow() });
    }

    private static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString();
}
