using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.State.Durable;

/// <summary>Guild states and sessions in the bot's database, in the tables <c>guild_states</c> and <c>sessions</c>.</summary>
/// <param name="database">The bot's database.</param>
internal sealed class DatabaseStateStore(IDatabase database) : IStateStore
{
    /// <inheritdoc/>
    public Task<SavedState> LoadAsync(CancellationToken cancellationToken) => UseAsync(
        async connection => new SavedState(
            await StateQueries.GuildsAsync(connection, cancellationToken), await StateQueries.SessionsAsync(connection, cancellationToken)),
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<byte[]?> ReadAsync(Snowflake guildId, CancellationToken cancellationToken) => await UseAsync(
        connection => connection.QuerySingleOrDefaultAsync<byte[]?>(
            "SELECT record FROM guild_states WHERE guild_id = @guildId AND length(record) > 0", new { guildId }),
        cancellationToken);

    /// <inheritdoc/>
    public Task CommitAsync(StateCommit commit, CancellationToken cancellationToken) => ChangeAsync(
        async connection =>
        {
            await using (var statements = new StateStatements(connection))
            {
                foreach (var guild in commit.Guilds)
                    await statements.WriteAsync(guild, cancellationToken);
                foreach (var session in commit.Sessions)
                    await statements.WriteAsync(session, cancellationToken);
                foreach (var shard in commit.Ended)
                    await statements.EndAsync(shard, cancellationToken);
            }

            return 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> PurgeAsync(bool sessions, CancellationToken cancellationToken) => ChangeAsync(
        async connection =>
        {
            if (sessions)
                await connection.ExecuteAsync("DELETE FROM sessions");
            return await connection.ExecuteAsync(
                "UPDATE guild_states SET record = @nothing WHERE length(record) > 0", new { nothing = Array.Empty<byte>() });
        },
        cancellationToken);

    private async Task<T> ChangeAsync<T>(Func<DbConnection, Task<T>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(change, cancellationToken);
        }
        catch (DbException e)
        {
            throw Unusable("the database", e);
        }
    }

    private async Task<T> UseAsync<T>(Func<DbConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        try
        {
            return await use(connection);
        }
        catch (DbException e)
        {
            throw Unusable(connection.DataSource, e);
        }
    }

    private static StorageException Unusable(string place, DbException e) =>
        new(place, StorageProblem.Failed, $"The guilds' states in {place} cannot be used: {e.Message}", e);
}
