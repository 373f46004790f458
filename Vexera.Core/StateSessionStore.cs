using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Session;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;

namespace Vexera.Core;

/// <summary>Gives the gateway the sessions that State, which the gateway does not know, restored with its guilds.</summary>
/// <param name="journal">Where State keeps them.</param>
internal sealed class StateSessionStore(StateJournal journal) : ISessionStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredSession>> LoadAsync(CancellationToken cancellationToken) =>
        new([.. journal.Restored.Select(session => new StoredSession(
            session.Shard.ShardId,
            session.Shard.ShardCount,
            new SessionTicket(session.SessionId, UrlOf(session.ResumeUrl), session.Sequence)))]);

    /// <summary>Forgets sessions; the next commit of State takes them off the disk.</summary>
    public ValueTask DiscardAsync(IReadOnlyCollection<StoredSession> sessions, CancellationToken cancellationToken)
    {
        foreach (var session in sessions)
            journal.End(new ShardKey(session.ShardId, session.ShardCount));
        return default;
    }

    private static Uri? UrlOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "ws" or "wss" ? uri : null;
}
