namespace Vexera.Core.Gateway.Fleet;

/// <summary>A fleet at work, until it is ended or the process stops.</summary>
internal sealed class FleetRun
{
    private readonly CancellationTokenSource _ending;

    /// <summary>Starts the fleet.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="stopping">Signalled when the process stops.</param>
    public FleetRun(ShardFleet fleet, CancellationToken stopping)
    {
        _ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Fleet = fleet;
        Running = fleet.RunAsync(_ending.Token);
    }

    /// <summary>The fleet.</summary>
    public ShardFleet Fleet { get; }

    /// <summary>Completes when all shards have stopped; fails with a <see cref="FatalGatewayException"/> when Discord refused one.</summary>
    public Task Running { get; }

    /// <summary>Closes all shards for good, their sessions too, and completes when they have stopped. Throws nothing.</summary>
    public async Task EndAsync()
    {
        Fleet.KeepsSessions = false;
        await _ending.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }
}
