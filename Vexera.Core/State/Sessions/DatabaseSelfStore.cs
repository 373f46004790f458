using System.Data.Common;
using System.Text.Json;
using Dapper;
using Vexera.Core.Discord.Json;
using Vexera.Core.Storage;

namespace Vexera.Core.State.Sessions;

/// <summary>Who the bot is, in the table <c>self</c> as Discord's own JSON.</summary>
/// <param name="database">The bot's database.</param>
internal sealed class DatabaseSelfStore(IDatabase database) : ISelfStore
{
    /// <inheritdoc/>
    public async Task<SelfSnapshot?> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        try
        {
            var row = await connection.QuerySingleOrDefaultAsync<(string Account, string Application)?>(
                "SELECT account, application FROM self WHERE id = 1");
            return row is { } found
                && JsonSerializer.Deserialize(found.Account, DiscordJson.Default.User) is { } user
                && JsonSerializer.Deserialize(found.Application, DiscordJson.Default.Application) is { } application
                    ? new SelfSnapshot(user, application)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (DbException e)
        {
            throw Unusable(connection, e);
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(SelfSnapshot self, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO self (id, account, application) VALUES (1, @account, @application)
                ON CONFLICT (id) DO UPDATE SET account = excluded.account, application = excluded.application
                """,
                new
                {
                    account = JsonSerializer.Serialize(self.User, DiscordJson.Default.User),
                    application = JsonSerializer.Serialize(self.Application, DiscordJson.Default.Application),
                });
        }
        catch (DbException e)
        {
            throw Unusable(connection, e);
        }
    }

    private static StorageException Unusable(DbConnection connection, DbException e) => new(
        connection.DataSource, StorageProblem.Failed, $"Who the bot is cannot be read from or written to {connection.DataSource}: {e.Message}", e);
}
