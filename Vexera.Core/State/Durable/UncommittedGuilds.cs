using System.Collections.Concurrent;
using Vexera.Core.Discord;

namespace Vexera.Core.State.Durable;

/// <summary>Keeps the last write of each guild in memory, and commits none.</summary>
internal sealed class UncommittedGuilds : IGuildJournal
{
    private readonly ConcurrentDictionary<Snowflake, GuildWrite> _writes = new();

    /// <inheritdoc/>
    public void Write(ShardKey shard, in GuildWrite write) => _writes[write.GuildId] = write;

    /// <inheritdoc/>
    public bool TryGet(Snowflake guildId, out GuildWrite write) => _writes.TryGetValue(guildId, out write);
}
