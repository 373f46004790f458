using Microsoft.Data.Sqlite;

namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What happens to the database.</summary>
internal static class DatabaseVerbs
{
    /// <summary>Another program begins a transaction that nobody may write beside, and ends it after a while; the scenario goes on meanwhile.</summary>
    public static Moment LockDatabase(this Moment moment, TimeSpan length) => moment.Do(
        DrillText.LockDatabase.With(length.TotalSeconds), async (drill, cancellationToken) =>
        {
            var connection = new SqliteConnection($"Data Source={drill.Bot.Database};Pooling=False");
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, "BEGIN IMMEDIATE");
            _ = ReleaseAsync(connection, length);
        });

    private static async Task ReleaseAsync(SqliteConnection connection, TimeSpan length)
    {
        await using var disposal = connection;
        await Task.Delay(length, TimeProvider.System);
        await ExecuteAsync(connection, "ROLLBACK");
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
