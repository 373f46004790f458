using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Shards;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Connects what the fleet knows of its shards to the meters.</summary>
internal sealed class FleetMeters : IHostedService
{
    private static readonly (ShardState State, KeyValuePair<string, object?> Tag)[] States =
        [.. Enum.GetValues<ShardState>().Select(state => (state, new KeyValuePair<string, object?>("state", state.ToString())))];

    private static readonly KeyValuePair<string, object?> Median = new("quantile", "0.5");
    private static readonly KeyValuePair<string, object?> Greatest = new("quantile", "1");

    public FleetMeters(VexeraMetrics metrics, IFleetStatus fleet, IIdentifyGate gate)
    {
        metrics.Shards.SeriesSource = () => ShardsOf(fleet);
        metrics.GatewayLatency.SeriesSource = () => LatenciesOf(fleet);
        // Before Discord told the number of shards it has not told the budget either.
        metrics.IdentifiesLeft.SeriesSource = () => fleet.ShardCount == 0 ? [] : [new Measurement<int>(gate.BudgetAvailable)];
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // All states, so that one that no shard is in any more goes to zero and does not stay as it was.
    private static IEnumerable<Measurement<int>> ShardsOf(IFleetStatus fleet)
    {
        var shards = fleet.Shards;
        return shards.Count == 0 ? [] : States.Select(one => new Measurement<int>(shards.Count(shard => shard.State == one.State), one.Tag));
    }

    private static IEnumerable<Measurement<double>> LatenciesOf(IFleetStatus fleet)
    {
        double[] known = [.. fleet.Shards.Select(shard => shard.Latency?.TotalSeconds).OfType<double>().Order()];
        return known.Length == 0 ? [] : [new(known[known.Length / 2], Median), new(known[^1], Greatest)];
    }
}
