using System.Data.Common;
using Dapper;

namespace Vexera.Core.Storage;

/// <summary>What the database knows of its own beginning.</summary>
/// <param name="database">The bot's database.</param>
internal sealed class Installation(IDatabase database)
{
    /// <summary>Writes down that a database begins, unless it has begun.</summary>
    /// <param name="connection">A database with the schema of this build.</param>
    /// <param name="now">The time.</param>
    public static Task BeginAsync(DbConnection connection, DateTimeOffset now) => connection.ExecuteAsync(
        "INSERT INTO installation (id, created_at) VALUES (1, @now) ON CONFLICT DO NOTHING", new { now });

    /// <summary>
    /// When the database first came to be, or was brought back from a backup, to the millisecond. A guild joined before that was
    /// joined by a bot that ran on another database.
    /// </summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async ValueTask<DateTimeOffset> CreatedAtAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<DateTimeOffset>("SELECT created_at FROM installation");
    }
}
