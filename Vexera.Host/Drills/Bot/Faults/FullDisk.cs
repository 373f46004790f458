namespace Vexera.Host.Drills.Bot.Faults;

/// <summary>
/// A disk without room for the database: the system takes none of what SQLite writes, so that SQLite itself finds out
/// (SQLITE_FULL), in the log that it writes ahead as well as in the file.
/// </summary>
internal sealed class FullDisk
{
    private readonly Lock _access = new();
    private volatile bool _isFull;
    private SqliteSystemCalls.Write? _write;

    /// <summary>Whether there is no room.</summary>
    /// <exception cref="PlatformNotSupportedException">It cannot be set on this system.</exception>
    public bool IsFull
    {
        get => _isFull;
        set
        {
            lock (_access)
            {
                if (value && _write is null)
                    SqliteSystemCalls.ReplaceWrite(Stand);
            }

            _isFull = value;
        }
    }

    // SQLite takes nothing written without a failure for a full disk.
    private SqliteSystemCalls.Write Stand(SqliteSystemCalls.Write system) =>
        _write = (file, bytes, count, offset) => _isFull ? 0 : system(file, bytes, count, offset);
}
