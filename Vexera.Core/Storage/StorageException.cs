namespace Vexera.Core.Storage;

/// <summary>What stands between the bot and its database.</summary>
internal enum StorageProblem
{
    /// <summary>Something else; the inner exception says what.</summary>
    Failed,

    /// <summary>Another Vexera uses the database.</summary>
    InUse,

    /// <summary>Another program kept the database locked for too long.</summary>
    Locked,

    /// <summary>The file or its folder cannot be made or written, or the server does not allow it.</summary>
    NotWritable,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The database is not intact.</summary>
    Damaged,

    /// <summary>A database, but another program's.</summary>
    Foreign,

    /// <summary>A newer Vexera wrote it.</summary>
    Newer,

    /// <summary>The database server does not answer.</summary>
    Unreachable,

    /// <summary>The database server does not take the user or the password.</summary>
    Refused,

    /// <summary>The database server, or the place of the file, has no such database.</summary>
    Missing,
}

/// <summary>The database cannot be used. The message is one line that names the database and says what to do.</summary>
/// <param name="place">The database file's full path, or server, port and name of the database.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="message">One line for the operator; line breaks become spaces.</param>
/// <param name="inner">The failure underneath, if any.</param>
internal sealed class StorageException(string place, StorageProblem problem, string message, Exception? inner = null)
    : Exception(message.ReplaceLineEndings(" "), inner)
{
    /// <summary>The database file's full path, or server, port and name of the database.</summary>
    public string Place { get; } = place;

    /// <summary>What is wrong.</summary>
    public StorageProblem Problem { get; } = problem;
}
