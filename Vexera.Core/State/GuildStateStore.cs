using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Updates;

namespace Vexera.Core.State;

/// <summary>
/// The guilds the bot is in. Which they are is always known; their states are records in a bounded cache over the disk, and what
/// is nowhere is asked of Discord, once for all who wait. Written by the loops of shards, one loop for each guild; read from
/// anywhere.
/// </summary>
internal sealed class GuildStateStore(GuildRecords records, GuildFetches fetches) : IGuildStates, IGuildCensus
{
    private readonly ConcurrentDictionary<Snowflake, KnownGuild> _known = new();

    /// <inheritdoc/>
    public int Count => _known.Count;

    /// <inheritdoc/>
    public int CountAwaited() => _known.Count(pair => pair.Value.Presence == GuildPresence.Awaited);

    /// <inheritdoc/>
    public IReadOnlyList<int> CountByShard(int shardCount)
    {
        var counts = new int[shardCount];
        foreach (var (id, _) in _known)
            counts[id.ShardOf(shardCount)]++;
        return counts;
    }

    /// <inheritdoc/>
    public bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildState? state)
    {
        state = _known.TryGetValue(guildId, out var known) ? records.AtHand(known) : null;
        return state is not null;
    }

    /// <inheritdoc/>
    public ValueTask<GuildState?> FindAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(guildId, out var known))
            return ValueTask.FromResult<GuildState?>(null);
        return records.AtHand(known) is { } state
            ? ValueTask.FromResult<GuildState?>(state)
            : new ValueTask<GuildState?>(fetches.FindAsync(known).WaitAsync(cancellationToken));
    }

    /// <summary>Goes on with the guilds of an earlier process. Before any shard's first event.</summary>
    public void Restore(IReadOnlyList<SavedGuild> guilds)
    {
        foreach (var guild in guilds)
        {
            _known[guild.GuildId] = new KnownGuild(guild.GuildId)
            {
                Presence = guild.IsAvailable ? GuildPresence.Present : GuildPresence.Unavailable,
                MemberCount = guild.MemberCount,
                IsMissing = false,
            };
        }
    }

    /// <summary>Changes a guild's state. One that is not in memory is read from the disk first.</summary>
    /// <param name="shard">Whose event it is.</param>
    /// <param name="guildId">The guild.</param>
    /// <param name="change">What the event carries.</param>
    /// <param name="update">Makes the state after from the state before; gives back the same object when nothing changes.</param>
    /// <returns>Nothing when the guild is not known, or when there is no record of it: then Discord is asked when somebody needs it.</returns>
    public ValueTask<(GuildState? Before, GuildState? After)> ChangeAsync<T>(
        ShardKey shard, Snowflake guildId, T change, Func<GuildState, T, GuildState> update)
    {
        if (!_known.TryGetValue(guildId, out var known))
            return default;
        var edit = new GuildEdit<T>(known, shard, change, update);
        return TryEdit(edit, read: null, out var result)
            ? ValueTask.FromResult(result)
            : ReadAndEditAsync(edit);
    }

    /// <summary>A guild was sent whole.</summary>
    /// <param name="shard">Whose event it is.</param>
    /// <param name="guild">The guild.</param>
    /// <param name="self">The bot's account, if known.</param>
    /// <returns>With the state before only if that was in memory.</returns>
    public async ValueTask<(GuildCreateKind Kind, GuildState? Before, GuildState After)> ArriveAsync(ShardKey shard, Guild guild, Snowflake? self)
    {
        var known = _known.GetOrAdd(guild.Id, static id => new KnownGuild(id));
        // What the event leaves out is taken from the state before.
        var before = records.AtHand(known);
        if (before is null && !known.IsMissing && !GuildUpdates.IsWhole(guild, self))
            before = (await records.ReadAsync(known)).State;
        lock (known)
        {
            var kind = known.Presence switch
            {
                GuildPresence.New => GuildCreateKind.Joined,
                GuildPresence.Awaited => GuildCreateKind.AtReady,
                _ => GuildCreateKind.AvailableAgain,
            };
            var after = GuildUpdates.Create(guild, self, before);
            known.Presence = GuildPresence.Present;
            records.Keep(known, after, shard);
            return (kind, before, after);
        }
    }

    /// <summary>A guild is in an outage: what is known of it stays.</summary>
    public ValueTask<(GuildState? Before, GuildState? After)> LoseAsync(ShardKey shard, Snowflake guildId)
    {
        if (_known.TryGetValue(guildId, out var known))
        {
            lock (known)
                known.Presence = GuildPresence.Unavailable;
        }

        return ChangeAsync(shard, guildId, 0, static (state, _) => state.Available ? state with { Available = false } : state);
    }

    /// <summary>The bot is out of a guild: it is forgotten.</summary>
    /// <returns>Whether the bot was in it, and what was known of it.</returns>
    public async ValueTask<(bool WasKnown, GuildState? Before)> LeaveAsync(ShardKey shard, Snowflake guildId)
    {
        if (!_known.TryGetValue(guildId, out var known))
            return default;
        var before = records.AtHand(known);
        if (before is null && !known.IsMissing)
            before = (await records.ReadAsync(known)).State;
        if (!_known.TryRemove(new(guildId, known)))
            return default;
        lock (known)
            records.Remove(known, shard);
        return (true, before);
    }

    /// <summary>A session begins: these are the shard's guilds, each to be sent whole.</summary>
    /// <param name="shard">Whose session.</param>
    /// <param name="listed">The guilds in READY.</param>
    /// <returns>Guilds of the shard that are no longer listed, still known.</returns>
    public IReadOnlyList<Snowflake> Await(ShardKey shard, IReadOnlyList<UnavailableGuild> listed)
    {
        foreach (var guild in listed)
        {
            var known = _known.GetOrAdd(guild.Id, static id => new KnownGuild(id));
            lock (known)
            {
                // On disk too the guild is known from now on, so that it is not taken for a new one after a restart.
                if (known.Presence == GuildPresence.New)
                    records.Drop(known, shard);
                known.Presence = GuildPresence.Awaited;
            }
        }

        var ids = listed.Select(guild => guild.Id).ToHashSet();
        return [.. _known.Select(pair => pair.Key).Where(id => id.ShardOf(shard.ShardCount) == shard.ShardId && !ids.Contains(id))];
    }

    private async ValueTask<(GuildState? Before, GuildState? After)> ReadAndEditAsync<T>(GuildEdit<T> edit)
    {
        while (true)
        {
            var read = await records.ReadAsync(edit.Known);
            if (TryEdit(edit, read, out var result))
                return result;
        }
    }

    /// <summary>Makes an edit unless the database is to be read first, or again because the guild has changed meanwhile.</summary>
    private bool TryEdit<T>(in GuildEdit<T> edit, RecordRead? read, out (GuildState? Before, GuildState? After) result)
    {
        result = default;
        var known = edit.Known;
        lock (known)
        {
            if (known.Presence == GuildPresence.Left)
                return true;
            var before = records.AtHand(known) ?? (read is { } onDisk && onDisk.Version == known.Version ? onDisk.State : null);
            if (before is null)
                return MissesBefore(edit, read);
            var after = edit.Update(before, edit.Change);
            if (!ReferenceEquals(before, after))
                records.Keep(known, after, edit.Shard);
            result = (before, after);
            return true;
        }
    }

    private bool MissesBefore<T>(in GuildEdit<T> edit, RecordRead? read)
    {
        var known = edit.Known;
        if (!known.IsMissing && (read is not { } onDisk || onDisk.Version != known.Version))
            return false;
        // Discord's HTTP API tells all but how many members there are, so that is kept up in any case.
        var unknown = new GuildState { Id = known.Id, Name = "", OwnerId = default, MemberCount = known.MemberCount };
        known.MemberCount = edit.Update(unknown, edit.Change).MemberCount;
        records.Drop(known, edit.Shard);
        return true;
    }

    private readonly record struct GuildEdit<T>(KnownGuild Known, ShardKey Shard, T Change, Func<GuildState, T, GuildState> Update);
}
