using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Storage;

/// <summary>Section <c>Storage</c>: where the bot keeps what must survive a restart.</summary>
public sealed class StorageOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// What keeps the database: Sqlite, in a file and with no server, or PostgreSql. Sqlite unless set. Read at start.
    /// </summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// The SQLite file, relative to the working directory unless absolute; the file and its folder are made where missing.
    /// Files of the same name with -wal, -shm and .lock belong to it. data/vexera.db unless set. Read at start.
    /// </summary>
    [Required]
    public string Path { get; set; } = "data/vexera.db";

    /// <summary>
    /// Where the PostgreSQL database is, in Npgsql's form: Host=…;Port=…;Database=…;Username=…;Password=…; a secret, better kept
    /// in the environment (Storage__ConnectionString) or user secrets. None unless set; PostgreSql needs one. Read at start.
    /// </summary>
    public Secret? ConnectionString { get; set; }

    /// <summary>
    /// How long a statement waits for another program that has the database locked, before it fails.
    /// 1 second to 5 minutes, 5 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>What can keep the database.</summary>
public enum StorageProvider
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    PostgreSql,
}
