using System.Data.Common;

namespace Vexera.Core.Storage;

/// <summary>
/// The bot's database. Use it through Dapper, with SQL that SQLite and PostgreSQL both read (ON CONFLICT, RETURNING). Bytes are
/// BLOB in migrations, which the PostgreSQL side reads as BYTEA.
/// </summary>
internal interface IDatabase
{
    /// <summary>Opens a connection to read with; dispose it soon. Migrations have run by then.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, which is committed when it ends and taken back whole when it throws. In
    /// this process one runs at a time, and in this database no other process writes. Never called by <paramref name="work"/>.
    /// </summary>
    /// <param name="work">Gets a connection that is within the transaction.</param>
    /// <param name="cancellationToken">Ends the wait for one's turn; what is committed stays.</param>
    /// <exception cref="StorageException">The database cannot be used; nothing was written, as far as can be known.</exception>
    /// <exception cref="DbException">A statement of <paramref name="work"/> is wrong or breaks a constraint.</exception>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken);
}
