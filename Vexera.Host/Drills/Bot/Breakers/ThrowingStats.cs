using Vexera.Core.Net;
using Vexera.Host.Drills.Scenarios;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>Statistics that ask the resolver each time they send, and throw where nobody catches when it refuses.</summary>
internal sealed class ThrowingStats(IAddressResolver resolver, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await resolver.ResolveAsync(Scenario.StatsHost, stoppingToken);
            await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
        }
    }
}
