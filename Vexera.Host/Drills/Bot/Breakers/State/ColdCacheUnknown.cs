using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;
using Vexera.Core.State;

namespace Vexera.Host.Drills.Bot.Breakers.State;

/// <summary>A guild that is not in memory is taken for one that is not there.</summary>
internal sealed class ColdCacheUnknown(IGuildStates inner) : IGuildStates
{
    /// <inheritdoc/>
    public int Count => inner.Count;

    /// <inheritdoc/>
    public int CountAwaited() => inner.CountAwaited();

    /// <inheritdoc/>
    public bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildState? state) => inner.TryGet(guildId, out state);

    /// <inheritdoc/>
    public ValueTask<GuildState?> FindAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        new(inner.TryGet(guildId, out var state) ? state : null);
}
