using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Records;
using Vexera.Core.Telemetry;

namespace Vexera.Core.State;

/// <summary>
/// Where the records of known guilds are: in the cache, in the journal until they are committed, and on disk. Whoever changes
/// something here holds the guild's lock.
/// </summary>
internal sealed class GuildRecords(
    IOptions<StateOptions> options, IStateStore store, IGuildJournal journal, VexeraMetrics metrics, ILogger<GuildRecords> logger)
    : IGuildCacheControl, IDisposable
{
    private static readonly KeyValuePair<string, object?> Found = new("outcome", "found");
    private static readonly KeyValuePair<string, object?> Missing = new("outcome", "missing");
    private static readonly KeyValuePair<string, object?> Damaged = new("outcome", "damaged");
    private static readonly KeyValuePair<string, object?> Failed = new("outcome", "failed");

    private readonly long _journalBytes = options.Value.JournalMegabytes * 1024L * 1024L;
    private readonly RecentStates _recent = new();
    private readonly GuildCache _cache = new(options.Value.CacheMegabytes * 1024L * 1024L, metrics);

    /// <summary>The newest state if it is in memory; null when only the disk or Discord can tell. Needs no lock.</summary>
    public GuildState? AtHand(KnownGuild known)
    {
        if (_cache.Get(known) is { } cached && _recent.TryRead(cached, known, out var state))
            return state;
        return journal.TryGet(known.Id, out var write) && write.Record is { Length: > 0 } record && _recent.TryRead(record, known, out state)
            ? state
            : null;
    }

    /// <summary>Keeps the newest state of a guild.</summary>
    /// <param name="known">The guild.</param>
    /// <param name="state">Its state.</param>
    /// <param name="shard">With whose session it is to be committed; null when no session has told of the guild yet.</param>
    public void Keep(KnownGuild known, GuildState state, ShardKey? shard)
    {
        var record = GuildRecord.Encode(state);
        known.MemberCount = state.MemberCount;
        known.IsMissing = false;
        known.Version++;
        _cache.Set(known, record);
        _recent.Put(record, known, state);
        // While nothing can be written and much has changed, the cache alone has the state; dropped there, Discord is asked for it.
        ReadOnlyMemory<byte> kept = journal.Bytes + record.Length > _journalBytes ? ReadOnlyMemory<byte>.Empty : record;
        Write(known, shard, new GuildWrite(known.Id, state.MemberCount, state.Available, kept));
    }

    /// <summary>The guild is known and its record is of no use; the next look-up asks Discord.</summary>
    public void Drop(KnownGuild known, ShardKey shard)
    {
        Forget(known);
        Write(known, shard, new GuildWrite(known.Id, known.MemberCount, known.Presence == GuildPresence.Present, ReadOnlyMemory<byte>.Empty));
    }

    /// <summary>The bot is out of the guild.</summary>
    public void Remove(KnownGuild known, ShardKey shard)
    {
        Forget(known);
        known.Presence = GuildPresence.Left;
        Write(known, shard, new GuildWrite(known.Id, known.MemberCount, false, null));
    }

    /// <inheritdoc/>
    public int Purge()
    {
        var count = _cache.Count;
        _cache.Clear();
        _recent.Clear();
        return count;
    }

    /// <summary>Reads a guild's record from the database, once for all who wait. Never fails; needs no lock.</summary>
    public Task<RecordRead> ReadAsync(KnownGuild known)
    {
        // A database in the same process answers before it returns, which is no work to be done under a lock.
        TaskCompletionSource<RecordRead> reading;
        long version;
        lock (known)
        {
            if (known.Reading is { } running)
                return running;
            // Changed since its look-up found nothing in memory: the disk may not have it yet, and must not take its place.
            if (AtHand(known) is { } newest)
                return Task.FromResult(new RecordRead(newest, known.Version));
            reading = new TaskCompletionSource<RecordRead>(TaskCreationOptions.RunContinuationsAsynchronously);
            known.Reading = reading.Task;
            version = known.Version;
        }

        _ = CompleteAsync(known, version, reading);
        return reading.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private async Task CompleteAsync(KnownGuild known, long version, TaskCompletionSource<RecordRead> reading)
    {
        GuildState? state = null;
        try
        {
            // What is on disk is older than what is noted to be asked of Discord.
            var isNoted = journal.TryGet(known.Id, out var waiting) && waiting.Record is { Length: 0 };
            var record = isNoted ? null : await store.ReadAsync(known.Id, CancellationToken.None);
            lock (known)
                state = Accept(known, version, record);
        }
        catch (Exception failure)
        {
            metrics.StateReads.Add(1, Failed);
            StateLog.ReadFailed(logger, known.Id, failure);
        }

        lock (known)
            known.Reading = null;
        reading.SetResult(new RecordRead(state, version));
    }

    private GuildState? Accept(KnownGuild known, long version, byte[]? record)
    {
        GuildState? state = null;
        var outcome = record is null ? Missing : _recent.TryRead(record, known, out state) ? Found : Damaged;
        metrics.StateReads.Add(1, outcome);
        if (outcome.Equals(Damaged))
            StateLog.RecordDamaged(logger, known.Id);
        if (known.Version != version)
            return state;
        if (state is null)
            known.IsMissing = true;
        else
            _cache.Set(known, record!);
        return state;
    }

    private void Forget(KnownGuild known)
    {
        known.IsMissing = true;
        known.Version++;
        _cache.Remove(known);
    }

    private void Write(KnownGuild known, ShardKey? shard, in GuildWrite write)
    {
        if (shard is not { } key)
            return;
        known.Shard = key;
        journal.Write(key, write);
    }
}
