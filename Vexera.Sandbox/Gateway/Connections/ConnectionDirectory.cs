using System.Collections.Concurrent;

namespace Vexera.Sandbox.Gateway.Connections;

/// <summary>All open connections.</summary>
internal sealed class ConnectionDirectory
{
    private readonly ConcurrentDictionary<long, GatewayConnection> _open = [];
    private long _last;

    public IEnumerable<GatewayConnection> Open => _open.Values.OrderBy(connection => connection.Origin.Number);

    public int Count => _open.Count;

    public long NextNumber() => Interlocked.Increment(ref _last);

    public void Add(GatewayConnection connection) => _open[connection.Origin.Number] = connection;

    public void Remove(GatewayConnection connection) => _open.TryRemove(connection.Origin.Number, out _);

    /// <summary>The connections of some shards; null for all, also those that have no session yet.</summary>
    public IReadOnlyList<GatewayConnection> Of(IReadOnlySet<int>? shards) =>
        [.. Open.Where(connection => shards is null || (connection.Session is { } session && shards.Contains(session.Shard.Id)))];
}
