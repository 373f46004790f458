using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Vexera.Core.Storage.Sqlite;

/// <summary>A database file, with the <c>-wal</c> and <c>-shm</c> that SQLite keeps beside it.</summary>
/// <param name="path">The file's full path.</param>
/// <param name="busyTimeout">How long statements wait for a lock of another program.</param>
internal sealed class SqliteFile(string path, TimeSpan busyTimeout)
{
    private static readonly string[] Companions = ["-wal", "-shm"];

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        // SQLite itself waits for locks (busy_timeout below); this second wait of the library's, in seconds, is coarser.
        DefaultTimeout = 1,
    }.ToString();

    /// <summary>The file's full path.</summary>
    public string Path => path;

    /// <summary>Opens the file, making it where it is missing.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // FULL: what is committed survives a power cut too. The limit is for the WAL after a day's largest transaction.
            connection.Execute(
                $"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds}; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes the connections that wait for their next use.</summary>
    public void ClosePool()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Renames the file and its companions, which nobody has open.</summary>
    /// <param name="why">A word for the new name.</param>
    /// <param name="now">The time, for the new name.</param>
    /// <returns>The new path; null when there is no file.</returns>
    /// <exception cref="IOException">It cannot be renamed.</exception>
    public string? SetAside(string why, DateTimeOffset now)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{path}.{why}-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        // The companions first: a new file must never meet the WAL of the old one.
        foreach (var companion in Companions.Where(companion => File.Exists(path + companion)))
            File.Move(path + companion, aside + companion);
        if (!File.Exists(path))
            return null;
        File.Move(path, aside);
        return aside;
    }
}
