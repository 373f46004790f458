using Vexera.Core.Discord;
using Vexera.Core.State.Durable;
using Vexera.Core.Storage;

namespace Vexera.Tests.State.Durable;

/// <summary>A state store in memory: what is in it outlives a "restart" of whatever stands on it.</summary>
internal sealed class InMemoryStateStore : IStateStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Snowflake, GuildWrite> _guilds = [];
    private readonly Dictionary<ShardKey, SavedSession> _sessions = [];
    private int _reads;

    /// <summary>While set, every use fails as a database does that cannot be reached.</summary>
    public bool Fails { get; set; }

    /// <summary>While set, a read waits for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>How many records were asked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public Task<SavedState> LoadAsync(CancellationToken cancellationToken) => Use(() => new SavedState(
        [.. _guilds.Values.OrderBy(guild => guild.GuildId).Select(guild => new SavedGuild(guild.GuildId, guild.MemberCount, guild.IsAvailable))],
        [.. _sessions.Values.OrderBy(session => session.Shard.ShardCount).ThenBy(session => session.Shard.ShardId)]));

    public async ValueTask<byte[]?> ReadAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        await Gate.WaitAsync(cancellationToken);
        return await Use(() => _guilds.TryGetValue(guildId, out var guild) && guild.Record is { Length: > 0 } record ? record.ToArray() : null);
    }

    public Task CommitAsync(StateCommit commit, CancellationToken cancellationToken) => Use(() =>
    {
        foreach (var guild in commit.Guilds)
        {
            if (guild.Record is { } record)
                _guilds[guild.GuildId] = guild with { Record = record.ToArray() };
            else
                _guilds.Remove(guild.GuildId);
        }

        foreach (var session in commit.Sessions)
            _sessions[session.Shard] = session with { Handled = session.Handled.ToArray() };
        foreach (var shard in commit.Ended)
            _sessions.Remove(shard);
        return 0;
    });

    public Task<int> PurgeAsync(bool sessions, CancellationToken cancellationToken) => Use(() =>
    {
        if (sessions)
            _sessions.Clear();
        var full = _guilds.Values.Where(guild => guild.Record is { Length: > 0 }).ToArray();
        foreach (var guild in full)
            _guilds[guild.GuildId] = guild with { Record = ReadOnlyMemory<byte>.Empty };
        return full.Length;
    });

    private Task<T> Use<T>(Func<T> use)
    {
        lock (_lock)
        {
            return Fails
                ? Task.FromException<T>(new StorageException("memory", StorageProblem.Failed, "The state store is out of reach."))
                : Task.FromResult(use());
        }
    }
}
