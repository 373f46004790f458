using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Alerts;

/// <summary>Which message tells of which alert, on disk, so that the next process edits it.</summary>
/// <param name="database">The bot's database.</param>
/// <param name="deferred">Writes now or later.</param>
internal sealed class AlertMessageStore(IDatabase database, DeferredWrites deferred)
{
    /// <summary>The messages of a place that are not done with.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<IReadOnlyList<(Snowflake MessageId, AlertKey Alert)>> LoadAsync(string place, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(Snowflake MessageId, string Rule, long Since)>(
            "SELECT message_id, rule, since FROM alert_messages WHERE place = @place", new { place });
        return [.. rows.Select(row => (row.MessageId, new AlertKey(row.Rule, row.Since)))];
    }

    /// <summary>A message tells of some alerts.</summary>
    /// <exception cref="StorageException">The database takes nothing, and too much waits for it.</exception>
    public Task SaveAsync(string place, Snowflake messageId, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        var rows = alerts.Select(AlertKey.Of).Select(key => new { place, messageId, key.Rule, key.Since }).ToArray();
        return deferred.WriteAsync(
            Key(place, messageId),
            connection => connection.ExecuteAsync(
                "INSERT INTO alert_messages (place, message_id, rule, since) VALUES (@place, @messageId, @Rule, @Since) ON CONFLICT DO NOTHING", rows),
            cancellationToken);
    }

    /// <summary>A message is done with.</summary>
    /// <exception cref="StorageException">The database takes nothing, and too much waits for it.</exception>
    public Task RemoveAsync(string place, Snowflake messageId, CancellationToken cancellationToken) => deferred.WriteAsync(
        Key(place, messageId),
        connection => connection.ExecuteAsync("DELETE FROM alert_messages WHERE place = @place AND message_id = @messageId", new { place, messageId }),
        cancellationToken);

    private static string Key(string place, Snowflake messageId) => $"alert message:{place}:{messageId}";
}
