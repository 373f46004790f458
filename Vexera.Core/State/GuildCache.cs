using Microsoft.Extensions.Caching.Memory;
using Vexera.Core.Telemetry;

namespace Vexera.Core.State;

/// <summary>Guilds' records in bounded memory; the least recently used go first. What is dropped is in the journal or on disk.</summary>
internal sealed class GuildCache : IDisposable
{
    /// <summary>Bytes that an entry takes beside its record: the array's head, the entry, and its place in the cache's table.</summary>
    public const int EntryOverhead = 240;

    private readonly MemoryCache _cache;

    /// <param name="capacity">Bytes.</param>
    /// <param name="metrics">Where it tells how it fares.</param>
    public GuildCache(long capacity, VexeraMetrics metrics)
    {
        _cache = new MemoryCache(new MemoryCacheOptions
        {
            SizeLimit = capacity,
            // Nothing here expires by time.
            ExpirationScanFrequency = TimeSpan.FromDays(1),
            TrackStatistics = true,
        });
        metrics.CacheHits.Source = () => Statistics.TotalHits;
        metrics.CacheMisses.Source = () => Statistics.TotalMisses;
        metrics.CacheBytes.Source = () => Statistics.CurrentEstimatedSize ?? 0;
        metrics.CacheGuilds.Source = () => Statistics.CurrentEntryCount;
    }

    /// <summary>How many records are here.</summary>
    public int Count => _cache.Count;

    // Never null, since they are kept.
    private MemoryCacheStatistics Statistics => _cache.GetCurrentStatistics()!;

    /// <summary>The record, or null when it is not here.</summary>
    public byte[]? Get(KnownGuild guild) => _cache.TryGetValue(guild, out byte[]? record) ? record : null;

    /// <summary>Keeps a record, room permitting; the one before is gone in any case.</summary>
    public void Set(KnownGuild guild, byte[] record)
    {
        using var entry = _cache.CreateEntry(guild);
        entry.Size = record.Length + EntryOverhead;
        entry.Value = record;
    }

    /// <summary>Drops a record.</summary>
    public void Remove(KnownGuild guild) => _cache.Remove(guild);

    /// <summary>Drops everything.</summary>
    public void Clear() => _cache.Clear();

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();
}
