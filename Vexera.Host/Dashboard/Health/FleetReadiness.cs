using Microsoft.Extensions.Options;
using Vexera.Core.Shards;

namespace Vexera.Host.Dashboard.Health;

/// <summary>Whether the fleet does its work: every shard receives events, or has only just lost its connection.</summary>
/// <param name="fleet">The shards.</param>
/// <param name="options">How long a shard may be away.</param>
/// <param name="time">The clock.</param>
internal sealed class FleetReadiness(IFleetStatus fleet, IOptions<DashboardOptions> options, TimeProvider time)
{
    private readonly Lock _access = new();

    // A shard that tries again and again begins each of its states anew; it is away since it was first seen so. When that was is on a
    // clock that only goes forward, with how long it had been so by then.
    private readonly Dictionary<int, (long SeenAt, TimeSpan Before)?> _away = [];

    /// <summary>How it stands now.</summary>
    public FleetReadinessReport Look()
    {
        var shards = fleet.Shards;
        var now = time.GetUtcNow();
        lock (_access)
        {
            if (_away.Count > shards.Count)
                _away.Clear();
            int[] late = [.. shards.Where(shard => !IsWell(shard, now)).Select(shard => shard.Id)];
            return new FleetReadinessReport(shards.Count, shards.Count(shard => shard.State == ShardState.Ready), late);
        }
    }

    private bool IsWell(ShardStatus shard, DateTimeOffset now)
    {
        if (shard.State == ShardState.Ready)
        {
            _away[shard.Id] = null;
            return true;
        }

        // Without a session to resume nothing is kept for it; it has to be there first.
        if (shard.State == ShardState.Stopped || (!_away.TryGetValue(shard.Id, out var away) && shard.State != ShardState.Resuming))
            return false;
        var since = away ?? (time.GetTimestamp(), now - shard.Since);
        _away[shard.Id] = since;
        return since.Before + time.GetElapsedTime(since.SeenAt) < options.Value.ReadyAllowance;
    }
}

/// <summary>The fleet's readiness at one moment.</summary>
/// <param name="Shards">How many shards this process runs; 0 before that is known.</param>
/// <param name="Receiving">How many receive events.</param>
/// <param name="Late">Numbers of those that do not, and are past their allowance.</param>
internal sealed record FleetReadinessReport(int Shards, int Receiving, IReadOnlyList<int> Late)
{
    /// <summary>Whether the bot does its work.</summary>
    public bool IsReady => Shards > 0 && Late.Count == 0;

    /// <summary>Why it does not; null when it does.</summary>
    public string? Reason => this switch
    {
        { Shards: 0 } => DashboardText.ShardsUnknown,
        { Late: { Count: > 0 } late } => DashboardText.ShardsAway.With(ShardRanges.Of(late, most: 20), late.Count, Shards),
        _ => null,
    };
}
