using Vexera.Core.Discord;
using Vexera.Core.State.Durable;

namespace Vexera.Host.Drills.Bot.Breakers.State;

/// <summary>Writes of a guild that overtake each other: what it was before is written once more after what it became.</summary>
internal sealed class UnorderedWrites(IStateStore inner) : PassingStateStore(inner)
{
    private readonly Dictionary<Snowflake, GuildWrite> _before = [];

    /// <inheritdoc/>
    public override async Task CommitAsync(StateCommit commit, CancellationToken cancellationToken)
    {
        List<GuildWrite> late = [.. commit.Guilds.Where(write => _before.ContainsKey(write.GuildId)).Select(write => _before[write.GuildId])];
        await Inner.CommitAsync(commit, cancellationToken);
        foreach (var write in commit.Guilds)
            _before[write.GuildId] = write with { Record = write.Record?.ToArray() };
        if (late.Count > 0)
            await Inner.CommitAsync(new StateCommit(late, [], []), cancellationToken);
    }
}
