namespace Vexera.Core.Storage.Sqlite;

/// <summary>
/// One process's right to a database file: an open, locked file beside it. The system drops the lock with the process, however
/// that ends, so nothing is left to clean up; the empty file stays.
/// </summary>
internal sealed class DatabaseClaim : IDisposable
{
    private readonly FileStream _file;

    private DatabaseClaim(FileStream file) => _file = file;

    /// <summary>Claims the database, or returns null when another process has it.</summary>
    /// <param name="databasePath">The database file's full path; its folder exists.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static DatabaseClaim? TryTake(string databasePath)
    {
        try
        {
            return new DatabaseClaim(new FileStream(
                databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (IOException e) when (IsHeldElsewhere(e))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // The runtime has one exception for all of these; the code of the system tells them apart.
    private static bool IsHeldElsewhere(IOException e)
    {
        const int sharingViolationOnWindows = 32, wouldBlockOnLinux = 11, wouldBlockOnMac = 35;
        var code = e.HResult & 0xFFFF;
        return OperatingSystem.IsWindows() ? code == sharingViolationOnWindows : code is wouldBlockOnLinux or wouldBlockOnMac;
    }
}
