using System.Data.Common;

namespace Vexera.Core.Storage;

/// <summary>The bot's database. Use it through Dapper, with SQL that SQLite and PostgreSQL both read (ON CONFLICT, RETURNING).</summary>
internal interface IDatabase
{
    /// <summary>Opens a connection; dispose it soon. Migrations have run by then.</summary>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);
}
