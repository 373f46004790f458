using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Vexera.Core.Storage.Sqlite;

/// <summary>Turns failures of one database file into lines an operator can act on.</summary>
/// <param name="path">The database file's full path.</param>
/// <param name="busyTimeout">How long statements wait for a lock.</param>
/// <param name="otherwise">How to go on with another file.</param>
internal sealed class SqliteDiagnosis(string path, TimeSpan busyTimeout, string otherwise = "name another file with Storage:Path")
{
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = 112;

    /// <summary>Explains what SQLite or the file system threw; null for a wrong statement, a broken constraint and all else.</summary>
    public StorageException? Explain(Exception exception) => exception switch
    {
        StorageException e => e,
        SqliteException e => Classify(e) is { } problem ? Of(problem, e.Message, e) : null,
        UnauthorizedAccessException e => Of(StorageProblem.NotWritable, e.Message, e),
        IOException { HResult: var code } e when (code & 0xFFFF) is DiskFullOnUnix or DiskFullOnWindows =>
            Of(StorageProblem.DiskFull, e.Message, e),
        IOException e => Of(StorageProblem.NotWritable, e.Message, e),
        _ => null,
    };

    /// <summary>Something that has no better name.</summary>
    public StorageException Failed(Exception exception) => Of(StorageProblem.Failed, exception.Message, exception);

    /// <summary>Another Vexera holds the claim.</summary>
    public StorageException InUse() => Of(StorageProblem.InUse, "");

    /// <summary>The check of the file found something.</summary>
    /// <param name="finding">What SQLite said.</param>
    public StorageException Damaged(string finding) => Of(StorageProblem.Damaged, finding);

    /// <summary>There are tables, but none of ours.</summary>
    public StorageException Foreign() => Of(StorageProblem.Foreign, "");

    /// <summary>There is no file.</summary>
    public StorageException Missing() => Of(StorageProblem.Missing, "");

    /// <summary>The schema has steps that this build does not know.</summary>
    /// <param name="step">The name of one of them.</param>
    public StorageException Newer(string step) => Of(StorageProblem.Newer, step);

    private StorageException Of(StorageProblem problem, string detail, Exception? inner = null) =>
        new(path, problem, Describe(problem, detail), inner);

    private static StorageProblem? Classify(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageProblem.Locked,
        raw.SQLITE_FULL => StorageProblem.DiskFull,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageProblem.Damaged,
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => StorageProblem.NotWritable,
        raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_MISUSE or raw.SQLITE_RANGE or raw.SQLITE_TOOBIG => null,
        _ => StorageProblem.Failed,
    };

    private string Describe(StorageProblem problem, string detail) => problem switch
    {
        StorageProblem.InUse =>
            $"The database {path} is in use by another Vexera. Stop that one, or give this one a file of its own with Storage:Path.",
        StorageProblem.Locked =>
            $"The database {path} stayed locked by another program for {busyTimeout.TotalSeconds:0.#} s. Close what has it open, then try again.",
        StorageProblem.NotWritable =>
            $"The database {path} cannot be written ({detail}). Let this account write there, or {otherwise}.",
        StorageProblem.DiskFull =>
            $"The disk that holds the database {path} is full. Free some space, or {otherwise}.",
        StorageProblem.Damaged =>
            $"The database {path} is damaged ({detail}). Nothing in it was changed.",
        StorageProblem.Foreign =>
            $"The database {path} belongs to another program. Nothing in it was changed. To go on, {otherwise}.",
        StorageProblem.Newer =>
            $"The database {path} was written by a newer Vexera (it has {detail}). Run that version, or {otherwise}.",
        StorageProblem.Missing => $"There is no database {path}.",
        _ => $"The database {path} failed: {detail}",
    };
}
