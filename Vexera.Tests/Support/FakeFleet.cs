using Vexera.Core.Discord;
using Vexera.Core.Shards;

namespace Vexera.Tests.Support;

/// <summary>Shards as a test says.</summary>
internal sealed class FakeFleet : IFleetStatus
{
    public int ShardCount { get; set; } = 1;

    public GatewayIntents RefusedIntents { get; set; }

    public DateTimeOffset? IdentifiesRenewAt { get; set; }

    public IReadOnlyList<ShardStatus> Shards { get; set; } =
        [new ShardStatus(0, ShardState.Ready, DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(42), null)];
}
