using Dapper;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Storage;

namespace Vexera.Core;

/// <summary>Keeps the gateway's day budget in the database, which the gateway does not know.</summary>
/// <param name="database">The bot's database.</param>
internal sealed class DatabaseIdentifyLedger(IDatabase database) : IIdentifyLedger
{
    /// <inheritdoc/>
    public async Task<IdentifyRecord?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<(long Taken, long Total, long RenewsAt, long SentBy)?>(
            "SELECT taken, total, renews_at, sent_by FROM identify_budget WHERE id = 1");
        return row is { } found
            ? new IdentifyRecord(
                (int)found.Taken,
                (int)found.Total,
                DateTimeOffset.FromUnixTimeMilliseconds(found.RenewsAt),
                DateTimeOffset.FromUnixTimeMilliseconds(found.SentBy))
            : null;
    }

    /// <inheritdoc/>
    public Task WriteAsync(IdentifyRecord record, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.ExecuteAsync(
            """
            INSERT INTO identify_budget (id, taken, total, renews_at, sent_by) VALUES (1, @Taken, @Total, @RenewsAt, @SentBy)
            ON CONFLICT (id) DO UPDATE
            SET taken = excluded.taken, total = excluded.total, renews_at = excluded.renews_at, sent_by = excluded.sent_by
            """,
            record),
        cancellationToken);
}
