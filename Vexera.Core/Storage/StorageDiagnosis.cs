using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Vexera.Core.Storage;

/// <summary>Turns failures of one database file into lines an operator can act on.</summary>
/// <param name="path">The database file's full path.</param>
/// <param name="busyTimeout">How long statements wait for a lock.</param>
internal sealed class StorageDiagnosis(string path, TimeSpan busyTimeout)
{
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = 112;

    /// <summary>Explains what SQLite or the file system threw.</summary>
    public StorageException Explain(Exception exception) => exception switch
    {
        StorageException e => e,
        SqliteException e => new StorageException(path, Classify(e), Describe(Classify(e), e.Message), e),
        UnauthorizedAccessException e => NotWritable(e),
        IOException { HResult: var code } e when (code & 0xFFFF) is DiskFullOnUnix or DiskFullOnWindows =>
            new StorageException(path, StorageProblem.DiskFull, Describe(StorageProblem.DiskFull, e.Message), e),
        IOException e => NotWritable(e),
        _ => new StorageException(path, StorageProblem.Failed, Describe(StorageProblem.Failed, exception.Message), exception),
    };

    /// <summary>Another Vexera holds the claim.</summary>
    public StorageException InUse() => Of(StorageProblem.InUse, "");

    /// <summary>The check of the file found something.</summary>
    /// <param name="finding">What SQLite said.</param>
    public StorageException Damaged(string finding) => Of(StorageProblem.Damaged, finding);

    /// <summary>There are tables, but none of ours.</summary>
    public StorageException Foreign() => Of(StorageProblem.Foreign, "");

    /// <summary>The schema has steps that this build does not know.</summary>
    /// <param name="step">The name of one of them.</param>
    public StorageException Newer(string step) => Of(StorageProblem.Newer, step);

    private StorageException NotWritable(Exception e) =>
        new(path, StorageProblem.NotWritable, Describe(StorageProblem.NotWritable, e.Message), e);

    private StorageException Of(StorageProblem problem, string detail) => new(path, problem, Describe(problem, detail));

    private static StorageProblem Classify(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageProblem.Locked,
        raw.SQLITE_FULL => StorageProblem.DiskFull,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageProblem.Damaged,
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => StorageProblem.NotWritable,
        _ => StorageProblem.Failed,
    };

    private string Describe(StorageProblem problem, string detail) => problem switch
    {
        StorageProblem.InUse =>
            $"The database {path} is in use by another Vexera. Stop that one, or give this one a file of its own with Storage:Path.",
        StorageProblem.Locked =>
            $"The database {path} stayed locked by another program for {busyTimeout.TotalSeconds:0.#} s. Close what has it open, then try again.",
        StorageProblem.NotWritable =>
            $"The database {path} cannot be written ({detail}). Let this account write there, or name another file with Storage:Path.",
        StorageProblem.DiskFull =>
            $"The disk that holds the database {path} is full. Free some space, or name a file elsewhere with Storage:Path.",
        StorageProblem.Damaged =>
            $"The database {path} is damaged ({detail}). Nothing in it was changed. Put a backup in its place, or move it away to begin anew.",
        StorageProblem.Foreign =>
            $"The database {path} belongs to another program. Nothing in it was changed. Name another file with Storage:Path.",
        StorageProblem.Newer =>
            $"The database {path} was written by a newer Vexera (it has {detail}). Run that version, or name another file with Storage:Path.",
        _ => $"The database {path} failed: {detail}",
    };
}
