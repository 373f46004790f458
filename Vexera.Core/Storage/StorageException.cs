namespace Vexera.Core.Storage;

/// <summary>What stands between the bot and its database.</summary>
internal enum StorageProblem
{
    /// <summary>Something else; the inner exception says what.</summary>
    Failed,

    /// <summary>Another Vexera uses the file.</summary>
    InUse,

    /// <summary>Another program kept the file locked for too long.</summary>
    Locked,

    /// <summary>The file or its folder cannot be made or written.</summary>
    NotWritable,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The file is no intact SQLite database.</summary>
    Damaged,

    /// <summary>A database, but another program's.</summary>
    Foreign,

    /// <summary>A newer Vexera wrote it.</summary>
    Newer,
}

/// <summary>The database cannot be used. The message is one line that names the file and says what to do.</summary>
/// <param name="path">The database file's full path.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="message">One line for the operator; line breaks become spaces.</param>
/// <param name="inner">The failure underneath, if any.</param>
internal sealed class StorageException(string path, StorageProblem problem, string message, Exception? inner = null)
    : Exception(message.ReplaceLineEndings(" "), inner)
{
    /// <summary>The database file's full path.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong.</summary>
    public StorageProblem Problem { get; } = problem;
}
