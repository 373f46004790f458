using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Storage;
using Vexera.Host.Dashboard.Security;

namespace Vexera.Host.Dashboard.Audit;

/// <summary>
/// Writes down what is done on the dashboard: in the database, the last 1,000 entries, and in the log. While the database takes
/// nothing, entries wait.
/// </summary>
internal sealed class AuditList(IDatabase database, DeferredWrites writes, TimeProvider time, ILogger<AuditList> logger)
{
    /// <summary>How many entries are kept.</summary>
    public const int Most = 1_000;

    private const int LongestText = 200;
    private long _number;

    /// <summary>Adds an entry.</summary>
    /// <param name="visitor">Who did it, and from where.</param>
    /// <param name="action">What; more than 200 characters are cut.</param>
    /// <param name="outcome">What came of it, likewise.</param>
    public async Task AddAsync(Visitor visitor, string action, string outcome)
    {
        var entry = new AuditEntry(time.GetUtcNow(), Cut(visitor.Name), Cut(visitor.From), Cut(action), Cut(outcome));
        DashboardLog.Audited(logger, entry.Who, entry.From, entry.Action, entry.Outcome);
        try
        {
            await writes.WriteAsync($"dashboard audit {Interlocked.Increment(ref _number)}", connection => InsertAsync(connection, entry), CancellationToken.None);
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            DashboardLog.NotAudited(logger, e);
        }
    }

    /// <summary>The newest entries first.</summary>
    /// <param name="most">How many to give at most.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<IReadOnlyList<AuditEntry>> NewestAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(DateTimeOffset At, string Who, string Place, string Action, string Outcome)>(
            "SELECT at, who, place, action, outcome FROM dashboard_audit ORDER BY id DESC LIMIT @most", new { most });
        return [.. rows.Select(row => new AuditEntry(row.At, row.Who, row.Place, row.Action, row.Outcome))];
    }

    private static async Task InsertAsync(DbConnection connection, AuditEntry entry)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO dashboard_audit (id, at, who, place, action, outcome)
            SELECT COALESCE(MAX(id), 0) + 1, @at, @who, @place, @action, @outcome FROM dashboard_audit
            """,
            new { at = entry.At, who = entry.Who, place = entry.From, action = entry.Action, outcome = entry.Outcome });
        await connection.ExecuteAsync("DELETE FROM dashboard_audit WHERE id <= (SELECT MAX(id) FROM dashboard_audit) - @most", new { most = (long)Most });
    }

    private static string Cut(string text) => ShortText.Shorten(text, LongestText);
}
