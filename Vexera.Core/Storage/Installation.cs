using Dapper;

namespace Vexera.Core.Storage;

/// <summary>What the database knows of its own beginning.</summary>
/// <param name="database">The bot's database.</param>
internal sealed class Installation(IDatabase database)
{
    /// <summary>
    /// When the database first came to be, to the millisecond. A guild joined before that was joined by a bot that ran on
    /// another database.
    /// </summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async ValueTask<DateTimeOffset> CreatedAtAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<DateTimeOffset>("SELECT created_at FROM installation");
    }
}
