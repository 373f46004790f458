using Vexera.Core.Gateway;

namespace Vexera.Tests.Gateway;

/// <summary>Sessions that a test puts there.</summary>
internal sealed class MemorySessionStore : ISessionStore
{
    public List<StoredSession> Sessions { get; } = [];

    public ValueTask<IReadOnlyList<StoredSession>> LoadAsync(CancellationToken cancellationToken) => new([.. Sessions]);

    public ValueTask DiscardAsync(IReadOnlyCollection<StoredSession> sessions, CancellationToken cancellationToken)
    {
        Sessions.RemoveAll(sessions.Contains);
        return default;
    }
}
