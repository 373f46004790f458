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
            throw Unusable(connection.DataSource, e);
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(SelfSnapshot self, CancellationToken cancellationToken)
    {
        var row = new
        {
            account = JsonSerializer.Serialize(self.User, DiscordJson.Default.User),
            application = JsonSerializer.Serialize(self.Application, DiscordJson.Default.Application),
        };
        try
        {
            await database.WriteAsync(
                connection => connection.ExecuteAsync(
                    """
                    INSERT INTO self (id, account, application) VALUES (1, @account, @application)
                    ON CONFLICT (id) DO UPDATE SET account = excluded.account, application = excluded.application
                    """,
                    row),
                cancellationToken);
        }
        catch (DbException e)
        {
            throw Unusable("the database", e);
        }
    }

    private static StorageException Unusable(string place, DbException e) => new(
        place, StorageProblem.Failed, $"Who the bot is cannot be read from or written to {place}: {e.Message}", e);
}
