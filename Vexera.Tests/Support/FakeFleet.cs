using Vexera.Core.Discord;
using Vexera.Core.Shards;

namespace Vexera.Tests.Support;

/// <summary>Shards as a test says.</summary>
internal sealed class FakeFleet : IFleetStatus, IFleetControl, IReshardControl
{
    public int ShardCount { get; set; } = 1;

    public GatewayIntents RefusedIntents { get; set; }

    public DateTimeOffset? IdentifiesRenewAt { get; set; }

    public int? IdentifiesLeft { get; set; }

    public IReadOnlyList<ShardStatus> Shards { get; set; } =
        [new ShardStatus(0, ShardState.Ready, DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(42), null)];

    public ReconnectProgress? Reconnecting { get; set; }

    /// <summary>What a reconnect that is asked for comes to; null while another one is at work.</summary>
    public TaskCompletionSource<ReconnectReport>? Reconnect { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The shards that were asked for last.</summary>
    public IReadOnlyCollection<int>? Asked { get; private set; }

    public ReshardProgress? Progress { get; set; }

    /// <summary>What a request to reshard comes to.</summary>
    public Func<int?, ReshardAnswer> Reshard { get; set; } = _ => new ReshardAnswer(ReshardRefusal.NotReady, 1, 0);

    public Task<ReshardAnswer> TryReshardAsync(int? count, CancellationToken cancellationToken) => Task.FromResult(Reshard(count));

    public Task<ReconnectReport>? TryReconnect(IReadOnlyCollection<int> shardIds)
    {
        Asked = shardIds;
        return Reconnect?.Task;
    }
}
