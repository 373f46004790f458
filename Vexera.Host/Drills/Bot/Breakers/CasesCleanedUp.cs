using Dapper;
using Vexera.Core.Storage;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>Somebody tidies the database, and cases with it.</summary>
internal sealed class CasesCleanedUp(IDatabase database, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM moderation_cases"), stoppingToken);
            await Task.Delay(Interval, time, stoppingToken);
        }
    }
}
