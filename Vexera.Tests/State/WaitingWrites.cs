using Vexera.Core.Discord;
using Vexera.Core.State.Durable;

namespace Vexera.Tests.State;

/// <summary>A journal that is committed when the test says so.</summary>
internal sealed class WaitingWrites : IGuildJournal
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Snowflake, GuildWrite> _writes = [];
    private long _bytes;

    public long Bytes => Volatile.Read(ref _bytes);

    public void Write(ShardKey shard, in GuildWrite write)
    {
        lock (_lock)
        {
            _bytes += write.Bytes - _writes.GetValueOrDefault(write.GuildId).Bytes;
            _writes[write.GuildId] = write;
        }
    }

    public bool TryGet(Snowflake guildId, out GuildWrite write)
    {
        lock (_lock)
            return _writes.TryGetValue(guildId, out write);
    }

    /// <summary>Commits what was written before, and lets go of what was not written again meanwhile.</summary>
    public async Task CommitAsync(IStateStore store)
    {
        GuildWrite[] taken;
        lock (_lock)
            taken = [.. _writes.Values];
        await store.CommitAsync(new StateCommit(taken, [], []), CancellationToken.None);
        lock (_lock)
        {
            foreach (var write in taken.Where(write => _writes.TryGetValue(write.GuildId, out var last) && last == write))
            {
                _bytes -= write.Bytes;
                _writes.Remove(write.GuildId);
            }
        }
    }
}
