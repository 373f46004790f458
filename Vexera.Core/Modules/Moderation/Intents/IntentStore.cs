using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Intents;

/// <summary>Intents in the database. Every method throws <see cref="StorageException"/> when it cannot be used.</summary>
internal sealed class IntentStore(IDatabase database, ModerationWork work)
{
    /// <summary>What is being asked about a target; null for nothing.</summary>
    public async Task<Intent?> FindAsync(Snowflake guildId, Snowflake targetId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await IntentRow.FindAsync(connection, guildId, targetId);
    }

    /// <summary>Writes down what is about to be asked, and has it looked after. Of a target there must be none.</summary>
    public Task MakeAsync(Intent intent, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            await IntentRow.InsertAsync(connection, intent);
            await work.WatchAsync(connection, intent);
        },
        cancellationToken);

    /// <summary>Removes it: Discord did not do it.</summary>
    public Task DropAsync(Intent intent, CancellationToken cancellationToken) => database.WriteAsync(
        async connection =>
        {
            await IntentRow.RemoveAsync(connection, intent.GuildId, intent.TargetId);
            await work.ForgetAsync(connection, intent);
        },
        cancellationToken);
}
