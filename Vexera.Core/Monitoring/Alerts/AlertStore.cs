using System.Data.Common;
using Dapper;
using Vexera.Core.Storage;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>The alerts on disk.</summary>
/// <param name="database">The bot's database.</param>
/// <param name="writes">Writes later.</param>
internal sealed class AlertStore(IDatabase database, LaterWrites writes)
{
    /// <summary>Writes an alert as it is now, and takes away past ones that are too many.</summary>
    public void Save(Alert alert) =>
        writes.Post($"alert:{alert.Rule}:{alert.Since.ToUnixTimeMilliseconds()}", connection => WriteAsync(connection, alert));

    /// <summary>All alerts, the oldest first; of those past by when they were resolved.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<IReadOnlyList<Alert>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Rule, DateTimeOffset Since, string Severity, long? ResolvedAt, double Value, double Threshold, string Text)>(
            "SELECT rule, since, severity, resolved_at, value, threshold, text FROM alerts ORDER BY resolved_at, since");
        return
        [
            .. rows.Select(row => new Alert(
                row.Rule,
                Enum.TryParse<AlertSeverity>(row.Severity, out var severity) ? severity : AlertSeverity.Warning,
                row.Since,
                row.ResolvedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
                row.Value,
                row.Threshold,
                row.Text)),
        ];
    }

    private static async Task WriteAsync(DbConnection connection, Alert alert)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO alerts (rule, since, severity, resolved_at, value, threshold, text)
            VALUES (@Rule, @Since, @severity, @resolved, @Value, @Threshold, @Text)
            ON CONFLICT (rule, since) DO UPDATE SET severity = @severity, resolved_at = @resolved, value = @Value, threshold = @Threshold, text = @Text
            """,
            new
            {
                alert.Rule,
                alert.Since,
                severity = alert.Severity.ToString(),
                resolved = alert.ResolvedAt?.ToUnixTimeMilliseconds(),
                alert.Value,
                alert.Threshold,
                alert.Text,
            });
        await connection.ExecuteAsync(
            """
            DELETE FROM alerts WHERE resolved_at < (
                SELECT resolved_at FROM alerts WHERE resolved_at IS NOT NULL ORDER BY resolved_at DESC LIMIT 1 OFFSET @last)
            """,
            new { last = AlertBoard.MostPast - 1 });
    }
}
