using Dapper;
using Vexera.Core.Storage;

namespace Vexera.Core.Monitoring.History;

/// <summary>The minutes on disk.</summary>
/// <param name="database">The bot's database.</param>
/// <param name="writes">Writes later.</param>
internal sealed class HistoryStore(IDatabase database, LaterWrites writes)
{
    /// <summary>Writes a minute, in the place of the one of 25 hours before.</summary>
    public void Save(HistoryMinute minute)
    {
        var row = new { slot = minute.Slot, at = minute.At, samples = minute.Encode() };
        writes.Post($"minute:{minute.Slot}", connection => connection.ExecuteAsync(
            "INSERT INTO sample_minutes (slot, at, samples) VALUES (@slot, @at, @samples) ON CONFLICT (slot) DO UPDATE SET at = @at, samples = @samples",
            row));
    }

    /// <summary>The minutes of the last 25 hours by time; those that cannot be read are left out.</summary>
    /// <param name="now">The time; what is later comes from a clock that was wrong.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<IReadOnlyList<HistoryMinute>> LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(DateTimeOffset At, byte[] Samples)>(
            "SELECT at, samples FROM sample_minutes WHERE at > @oldest AND at <= @now ORDER BY at",
            new { oldest = now.AddMinutes(-HistoryMinute.Most), now });
        return [.. rows.Select(row => HistoryMinute.Decode(row.At, row.Samples)).OfType<HistoryMinute>()];
    }
}
