using Vexera.Core.Gateway;

namespace Vexera.Host.Drills.Bot.Breakers.Gateway;

/// <summary>Sessions that are there are not found at a start, so that every shard identifies.</summary>
internal sealed class ForgottenSessions(ISessionStore inner) : ISessionStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredSession>> LoadAsync(CancellationToken cancellationToken) => new([]);

    /// <inheritdoc/>
    public ValueTask DiscardAsync(IReadOnlyCollection<StoredSession> sessions, CancellationToken cancellationToken) =>
        inner.DiscardAsync(sessions, cancellationToken);
}
