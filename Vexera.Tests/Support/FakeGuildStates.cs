using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;
using Vexera.Core.State;

namespace Vexera.Tests.Support;

/// <summary>Guilds that a test puts there.</summary>
internal sealed class FakeGuildStates : IGuildStates, IGuildCacheControl
{
    private readonly ConcurrentDictionary<Snowflake, GuildState> _guilds = [];

    public int Count => _guilds.Count;

    /// <summary>How many guilds are yet to arrive.</summary>
    public int Awaited { get; set; }

    /// <summary>How often the cache was emptied.</summary>
    public int Purges { get; private set; }

    /// <summary>What every look-up fails with, or null.</summary>
    public Exception? Failure { get; set; }

    public int Purge()
    {
        Purges++;
        return 1234;
    }

    public int CountAwaited() => Awaited;

    public void Set(GuildState guild) => _guilds[guild.Id] = guild;

    public GuildState Get(Snowflake guildId) => _guilds[guildId];

    public void Remove(Snowflake guildId) => _guilds.TryRemove(guildId, out _);

    public bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildState? state) => _guilds.TryGetValue(guildId, out state);

    public ValueTask<GuildState?> FindAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        Failure is { } failure ? ValueTask.FromException<GuildState?>(failure) : ValueTask.FromResult(_guilds.GetValueOrDefault(guildId));
}
