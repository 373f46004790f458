using System.Collections.Concurrent;
using System.Threading.Channels;
using Vexera.Core.Discord;
using Vexera.Core.State.Durable;

namespace Vexera.Core.State.Sessions;

/// <summary>The journals of all shards, and what of them is not committed yet.</summary>
internal sealed class StateJournal : IGuildJournal
{
    private readonly ConcurrentDictionary<ShardKey, ShardJournal> _shards = new();
    private readonly ConcurrentDictionary<Snowflake, GuildWrite> _uncommitted = new();
    private readonly ConcurrentDictionary<ShardKey, bool> _ended = new();
    private readonly Channel<bool> _begun =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private volatile IReadOnlyList<SavedSession> _restored = [];
    private long _bytes;

    /// <summary>The sessions of an earlier process, as they were on disk at start.</summary>
    public IReadOnlyList<SavedSession> Restored => _restored;

    /// <summary>How many guilds have changes that are not committed.</summary>
    public int Uncommitted => _uncommitted.Count;

    /// <inheritdoc/>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>The journal of a shard.</summary>
    public ShardJournal Of(ShardKey shard) => _shards.GetOrAdd(shard, static (key, journal) => new ShardJournal(key, journal.Begun), this);

    /// <summary>Goes on with sessions of an earlier process. Before any shard's first event.</summary>
    /// <exception cref="InvalidDataException">What was handled in one of them cannot be read.</exception>
    public void Restore(IReadOnlyList<SavedSession> sessions)
    {
        var journals = sessions.Select(session => new ShardJournal(session.Shard, session, Begun)).ToList();
        foreach (var shard in journals)
            _shards[shard.Key] = shard;
        _restored = sessions;
    }

    /// <summary>Completes when a session has begun since the last call. For one caller at a time.</summary>
    public async Task WhenSessionBeginsAsync(CancellationToken cancellationToken) => await _begun.Reader.ReadAsync(cancellationToken);

    /// <summary>
    /// A session goes on in place of another fleet's, which brought the same. What that one changed and is not on disk goes there
    /// with this session; the other fleet's shards may end then.
    /// </summary>
    /// <param name="key">The shard.</param>
    /// <param name="sessionId">Discord's id of the session.</param>
    /// <param name="resumeUrl">Where to resume it, or null for the main address.</param>
    /// <param name="sequence">The last event of it that the other fleet has brought.</param>
    public void TakeOver(ShardKey key, string sessionId, string? resumeUrl, long sequence)
    {
        var shard = Of(key);
        foreach (var (guildId, write) in _uncommitted)
        {
            if (guildId.ShardOf(key.ShardCount) == key.ShardId)
                shard.Write(write);
        }

        shard.GoOn(sessionId, resumeUrl, sequence);
    }

    /// <summary>A shard does not run any more, and nobody shall resume its session.</summary>
    public void End(ShardKey shard)
    {
        _shards.TryRemove(shard, out _);
        _restored = [.. _restored.Where(session => session.Shard != shard)];
        _ended[shard] = true;
    }

    /// <inheritdoc/>
    public void Write(ShardKey shard, in GuildWrite write)
    {
        Put(write);
        Of(shard).Write(write);
    }

    /// <inheritdoc/>
    public bool TryGet(Snowflake guildId, out GuildWrite write) => _uncommitted.TryGetValue(guildId, out write);

    /// <summary>
    /// What of all shards can be committed now. Follow it by <see cref="Committed"/>, or by another call when the commit failed.
    /// </summary>
    public JournalCommit Prepare()
    {
        var shards = _shards.Values.Select(shard => shard.Prepare()).OfType<ShardCommit>().ToList();
        var guilds = new Dictionary<Snowflake, GuildWrite>();
        foreach (var write in shards.SelectMany(shard => shard.Guilds))
        {
            // While two fleets run, a guild's changes come by two shards, and a later one may be on disk already.
            if (_uncommitted.TryGetValue(write.GuildId, out var last) && (last == write || !guilds.ContainsKey(write.GuildId)))
                guilds[write.GuildId] = write;
        }

        return new JournalCommit(shards, new StateCommit([.. guilds.Values], [.. shards.Select(shard => shard.Session)], [.. _ended.Keys]));
    }

    /// <summary>What <see cref="Prepare"/> gave is on disk.</summary>
    public void Committed(JournalCommit commit)
    {
        foreach (var shard in commit.Shards)
            shard.Shard.Committed(shard);
        foreach (var write in commit.State.Guilds)
        {
            if (_uncommitted.TryRemove(new(write.GuildId, write)))
                Interlocked.Add(ref _bytes, -write.Bytes);
        }

        foreach (var shard in commit.State.Ended)
            _ended.TryRemove(shard, out _);
    }

    private void Put(in GuildWrite write)
    {
        while (true)
        {
            var isThere = _uncommitted.TryGetValue(write.GuildId, out var before);
            if (isThere ? _uncommitted.TryUpdate(write.GuildId, write, before) : _uncommitted.TryAdd(write.GuildId, write))
            {
                Interlocked.Add(ref _bytes, write.Bytes - before.Bytes);
                return;
            }
        }
    }

    private void Begun() => _begun.Writer.TryWrite(true);
}

/// <summary>What of all shards is to be committed.</summary>
/// <param name="Shards">Shard by shard.</param>
/// <param name="State">All in one.</param>
internal sealed record JournalCommit(IReadOnlyList<ShardCommit> Shards, StateCommit State)
{
    /// <summary>Whether there is nothing new.</summary>
    public bool IsEmpty => Shards.Count == 0 && State.Ended.Count == 0;

    /// <summary>The most numbers by which a shard is ahead of what is committed.</summary>
    public long Behind => Shards.Count == 0 ? 0 : Shards.Max(shard => shard.Behind);
}
