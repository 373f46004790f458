using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.State.Updates;

namespace Vexera.Core.State;

/// <summary>
/// The guilds the bot is in. Which they are is always known; their states are in a bounded cache, and a miss asks the source,
/// once for all who wait. Written by the loops of shards, one loop for each guild; read from anywhere.
/// </summary>
internal sealed class GuildStateStore(IOptions<StateOptions> options, IGuildStateSource source) : IGuildStates, IDisposable
{
    private const int FetchAttempts = 3;
    private readonly ConcurrentDictionary<Snowflake, KnownGuild> _known = new();
    private readonly GuildCache _cache = new(options.Value.CacheMegabytes * 1024L * 1024L);

    /// <inheritdoc/>
    public int Count => _known.Count;

    /// <inheritdoc/>
    public bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildState? state)
    {
        state = _known.TryGetValue(guildId, out var known) ? _cache.Get(known) : null;
        return state is not null;
    }

    /// <inheritdoc/>
    public ValueTask<GuildState?> FindAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(guildId, out var known))
            return ValueTask.FromResult<GuildState?>(null);
        return _cache.Get(known) is { } state
            ? ValueTask.FromResult<GuildState?>(state)
            : new ValueTask<GuildState?>(ShareFetch(known).WaitAsync(cancellationToken));
    }

    /// <summary>Empties the cache; states are asked for anew when needed.</summary>
    public void Purge() => _cache.Clear();

    /// <summary>Changes a guild's state, if it is at hand.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="change">What the event carries.</param>
    /// <param name="update">Makes the state after from the state before; gives back the same object when nothing changes.</param>
    public (GuildState? Before, GuildState? After) Change<T>(Snowflake guildId, T change, Func<GuildState, T, GuildState> update)
    {
        if (!_known.TryGetValue(guildId, out var known))
            return default;
        lock (known)
        {
            known.Version++;
            if (_cache.Get(known) is not { } before)
                return default;
            var after = update(before, change);
            if (!ReferenceEquals(before, after))
                Keep(known, after);
            return (before, after);
        }
    }

    /// <summary>A guild was sent whole.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="self">The bot's account, if known.</param>
    public (GuildCreateKind Kind, GuildState? Before, GuildState After) Arrive(Guild guild, Snowflake? self)
    {
        var known = _known.GetOrAdd(guild.Id, static id => new KnownGuild(id));
        lock (known)
        {
            var kind = known.Presence switch
            {
                GuildPresence.New => GuildCreateKind.Joined,
                GuildPresence.Awaited => GuildCreateKind.AtReady,
                _ => GuildCreateKind.AvailableAgain,
            };
            var before = _cache.Get(known);
            var after = GuildUpdates.Create(guild, self, before);
            known.Presence = GuildPresence.Present;
            known.Version++;
            Keep(known, after);
            return (kind, before, after);
        }
    }

    /// <summary>A guild is in an outage: what is known of it stays.</summary>
    public (GuildState? Before, GuildState? After) Lose(Snowflake guildId)
    {
        if (_known.TryGetValue(guildId, out var known))
        {
            lock (known)
                known.Presence = GuildPresence.Unavailable;
        }

        return Change(guildId, 0, static (state, _) => state.Available ? state with { Available = false } : state);
    }

    /// <summary>The bot is out of a guild: it is forgotten.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="before">What was known of it; null when its state was not at hand.</param>
    /// <returns>False when the bot was not in it.</returns>
    public bool Leave(Snowflake guildId, out GuildState? before)
    {
        before = null;
        if (!_known.TryRemove(guildId, out var known))
            return false;
        lock (known)
        {
            before = _cache.Get(known);
            known.Version++;
            _cache.Remove(known);
            return true;
        }
    }

    /// <summary>A session begins: these are the shard's guilds, each to be sent whole.</summary>
    /// <param name="listed">The guilds in READY.</param>
    /// <param name="shardId">The shard.</param>
    /// <param name="shardCount">How many shards there are.</param>
    /// <returns>Guilds of the shard that are no longer listed, still known.</returns>
    public IReadOnlyList<Snowflake> Await(IReadOnlyList<UnavailableGuild> listed, int shardId, int shardCount)
    {
        foreach (var guild in listed)
        {
            var known = _known.GetOrAdd(guild.Id, static id => new KnownGuild(id));
            lock (known)
                known.Presence = GuildPresence.Awaited;
        }

        var ids = listed.Select(guild => guild.Id).ToHashSet();
        return [.. _known.Select(pair => pair.Key).Where(id => id.ShardOf(shardCount) == shardId && !ids.Contains(id))];
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private void Keep(KnownGuild known, GuildState state)
    {
        known.MemberCount = state.MemberCount;
        _cache.Set(known, state);
    }

    private Task<GuildState?> ShareFetch(KnownGuild known)
    {
        lock (known)
        {
            if (known.Fetching is not { IsCompleted: false })
                known.Fetching = FetchAsync(known);
            return known.Fetching;
        }
    }

    private async Task<GuildState?> FetchAsync(KnownGuild known)
    {
        for (var attempt = 1; ; attempt++)
        {
            var version = VersionOf(known);
            if (await source.FetchAsync(known.Id, CancellationToken.None) is not { } snapshot)
                return null;
            lock (known)
            {
                if (_cache.Get(known) is { } arrived)
                    return arrived;
                var state = GuildUpdates.Create(snapshot, known.MemberCount, known.Presence != GuildPresence.Unavailable);
                if (known.Version == version)
                    Keep(known, state);
                else if (attempt < FetchAttempts)
                    continue;
                return state;
            }
        }
    }

    private static long VersionOf(KnownGuild known)
    {
        lock (known)
            return known.Version;
    }
}
