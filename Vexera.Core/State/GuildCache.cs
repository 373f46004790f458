using Microsoft.Extensions.Caching.Memory;

namespace Vexera.Core.State;

/// <summary>Guild states in bounded memory; the least recently used go first. What is dropped can be asked for again.</summary>
internal sealed class GuildCache : IDisposable
{
    private readonly MemoryCache _cache;

    /// <param name="capacity">Bytes, estimated.</param>
    public GuildCache(long capacity) => _cache = new MemoryCache(new MemoryCacheOptions
    {
        SizeLimit = capacity,
        // Nothing here expires by time.
        ExpirationScanFrequency = TimeSpan.FromDays(1),
    });

    /// <summary>The state, or null when it is not at hand.</summary>
    public GuildState? Get(KnownGuild guild) => _cache.TryGetValue(guild, out GuildState? state) ? state : null;

    /// <summary>Keeps a state, room permitting.</summary>
    public void Set(KnownGuild guild, GuildState state) =>
        _cache.Set(guild, state, new MemoryCacheEntryOptions { Size = GuildStateSize.Estimate(state) });

    /// <summary>Drops a state.</summary>
    public void Remove(KnownGuild guild) => _cache.Remove(guild);

    /// <summary>Drops everything.</summary>
    public void Clear() => _cache.Clear();

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();
}
