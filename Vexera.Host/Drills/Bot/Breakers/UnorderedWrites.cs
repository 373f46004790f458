using Vexera.Core.Discord;
using Vexera.Core.State.Durable;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>Writes of a guild that overtake each other: what it was before is written once more after what it became.</summary>
internal sealed class UnorderedWrites(IStateStore inner) : IStateStore
{
    private readonly Dictionary<Snowflake, GuildWrite> _before = [];

    /// <inheritdoc/>
    public Task<SavedState> LoadAsync(CancellationToken cancellationToken) => inner.LoadAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(Snowflake guildId, CancellationToken cancellationToken) => inner.ReadAsync(guildId, cancellationToken);

    /// <inheritdoc/>
    public Task<int> PurgeAsync(bool sessions, CancellationToken cancellationToken) => inner.PurgeAsync(sessions, cancellationToken);

    /// <inheritdoc/>
    public async Task CommitAsync(StateCommit commit, CancellationToken cancellationToken)
    {
        List<GuildWrite> late = [.. commit.Guilds.Where(write => _before.ContainsKey(write.GuildId)).Select(write => _before[write.GuildId])];
        await inner.CommitAsync(commit, cancellationToken);
        foreach (var write in commit.Guilds)
            _before[write.GuildId] = write with { Record = write.Record?.ToArray() };
        if (late.Count > 0)
            await inner.CommitAsync(new StateCommit(late, [], []), cancellationToken);
    }
}
