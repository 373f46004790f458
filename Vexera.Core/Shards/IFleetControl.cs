namespace Vexera.Core.Shards;

/// <summary>What may be done to the fleet while it runs.</summary>
internal interface IFleetControl
{
    /// <summary>The rolling reconnect at work, or null.</summary>
    ReconnectProgress? Reconnecting { get; }

    /// <summary>
    /// Reconnects shards by RESUME, a few at once, each only while it is ready; no event is lost. Goes on by itself and ends
    /// early when a shard does not come back, or with the fleet.
    /// </summary>
    /// <param name="shardIds">Which of this process's shards; others are skipped.</param>
    /// <returns>What came of it, once it has ended; null when another one is at work.</returns>
    Task<ReconnectReport>? TryReconnect(IReadOnlyCollection<int> shardIds);
}

/// <summary>How far a rolling reconnect has come.</summary>
/// <param name="Done">How many shards are through.</param>
/// <param name="Total">How many there are to do.</param>
internal sealed record ReconnectProgress(int Done, int Total);

/// <summary>What came of a rolling reconnect; each shard that was asked for stands in one of the lists.</summary>
/// <param name="Resumed">Shards that are ready again in the session they had.</param>
/// <param name="Identified">Shards that are ready again, but whose session Discord ended.</param>
/// <param name="Skipped">Shards that were not ready when their turn came, or are not of this process.</param>
/// <param name="Missing">Shards that did not come back in time; after the first, no further shard was touched.</param>
/// <param name="Untouched">Shards whose turn did not come because of <paramref name="Missing"/> or because the fleet stopped.</param>
internal sealed record ReconnectReport(
    IReadOnlyList<int> Resumed, IReadOnlyList<int> Identified, IReadOnlyList<int> Skipped, IReadOnlyList<int> Missing, IReadOnlyList<int> Untouched);
