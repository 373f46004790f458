using Vexera.Core.Discord;
using Vexera.Core.State.Durable;

namespace Vexera.Host.Drills.Bot.Breakers.State;

/// <summary>A store that does what another one does, but for what is overridden.</summary>
/// <param name="inner">The other one.</param>
internal abstract class PassingStateStore(IStateStore inner) : IStateStore
{
    /// <summary>The other one.</summary>
    protected IStateStore Inner => inner;

    public virtual Task<SavedState> LoadAsync(CancellationToken cancellationToken) => inner.LoadAsync(cancellationToken);

    public virtual Task CommitAsync(StateCommit commit, CancellationToken cancellationToken) => inner.CommitAsync(commit, cancellationToken);

    public ValueTask<byte[]?> ReadAsync(Snowflake guildId, CancellationToken cancellationToken) => inner.ReadAsync(guildId, cancellationToken);

    public Task<int> PurgeAsync(bool sessions, CancellationToken cancellationToken) => inner.PurgeAsync(sessions, cancellationToken);
}
