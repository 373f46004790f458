using Vexera.Core.Gateway.Session;

namespace Vexera.Core.Gateway;

/// <summary>
/// The sessions that earlier processes left open. They are written elsewhere, together with what their events changed; the fleet
/// asks once, before its shards start.
/// </summary>
internal interface ISessionStore
{
    /// <summary>The sessions that may still be resumed, of whatever shard count; each shard at most once.</summary>
    ValueTask<IReadOnlyList<StoredSession>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Forgets sessions for good: nobody will resume them.</summary>
    ValueTask DiscardAsync(IReadOnlyCollection<StoredSession> sessions, CancellationToken cancellationToken);
}

/// <summary>A session that an earlier process left open.</summary>
/// <param name="ShardId">The number of the shard, from 0.</param>
/// <param name="ShardCount">Of how many.</param>
/// <param name="Ticket">What it takes to resume.</param>
internal sealed record StoredSession(int ShardId, int ShardCount, SessionTicket Ticket);

/// <summary>The store of a gateway that begins anew at every start.</summary>
internal sealed class NoSessions : ISessionStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredSession>> LoadAsync(CancellationToken cancellationToken) => new([]);

    /// <inheritdoc/>
    public ValueTask DiscardAsync(IReadOnlyCollection<StoredSession> sessions, CancellationToken cancellationToken) => default;
}
