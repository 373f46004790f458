using System.Data.Common;

namespace Vexera.Core.Storage;

/// <summary>What SQLite and PostgreSQL do differently. <see cref="Database"/> makes a database of it.</summary>
internal interface IDatabaseEngine : IAsyncDisposable
{
    /// <summary>The statement that begins a transaction that will write.</summary>
    string Begin { get; }

    /// <summary>
    /// Claims the database for this process, checks it and brings its schema forward. After a failure it can be called again.
    /// </summary>
    /// <returns>The connection to write with.</returns>
    Task<DbConnection> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection to read with.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection to write with, after the one before is lost.</summary>
    Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken);

    /// <summary>Closes a connection to write with; what it holds of the claim is free when this returns, if it was not lost.</summary>
    ValueTask CloseWriterAsync(DbConnection writer);

    /// <summary>Explains what the engine or the system threw; null when storage is not to blame, as with a wrong statement.</summary>
    StorageException? Explain(Exception exception);
}
