using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Core.State.Durable;
using Vexera.Tests.State.Durable;
using Vexera.Tests.Support;

namespace Vexera.Tests.State;

/// <summary>State with a scripted source behind it, and a shard's loop in front.</summary>
internal sealed class StateBench : IDisposable
{
    public static readonly User Bot = new() { Id = new Snowflake(99), Username = "vexera" };
    private long _sequence;

    private readonly MetricsProbe _probe = new();
    private readonly GuildRecords _records;

    /// <param name="cacheMegabytes">Size of the cache.</param>
    /// <param name="store">What is on disk; nothing unless given.</param>
    /// <param name="journalMegabytes">How much may wait to be written.</param>
    public StateBench(int cacheMegabytes = 64, IStateStore? store = null, int journalMegabytes = 64)
    {
        Store = store ?? new InMemoryStateStore();
        _records = new GuildRecords(
            Options.Create(new StateOptions { CacheMegabytes = cacheMegabytes, JournalMegabytes = journalMegabytes }), Store, Journal, _probe.Metrics, Log);
        Guilds = new GuildStateStore(_records, new GuildFetches(_records, Source, _probe.Metrics));
        Guilds.Restore(Store.LoadAsync(CancellationToken.None).GetAwaiter().GetResult().Guilds);
        Updates = new StateUpdates(Guilds, Self);
    }

    public IStateStore Store { get; }

    public WaitingWrites Journal { get; } = new();

    public RecordingLogger<GuildRecords> Log { get; } = new();

    /// <summary>How often Discord was asked, by the meter.</summary>
    public long Fetches => _probe.Total(_probe.Metrics.StateFetches);

    /// <summary>How often the disk was asked, by the meter.</summary>
    public long Reads => _probe.Total(_probe.Metrics.StateReads);

    public ScriptedSource Source { get; } = new();

    public GuildStateStore Guilds { get; }

    public SelfState Self { get; } = new();

    public StateUpdates Updates { get; }

    /// <summary>Applies an event that needs not wait.</summary>
    public StateChange Apply(object gatewayEvent, int shardId = 0)
    {
        var applying = ApplyAsync(gatewayEvent, shardId);
        applying.IsCompleted.ShouldBeTrue();
        return applying.GetAwaiter().GetResult();
    }

    public Task<StateChange> ApplyAsync(object gatewayEvent, int shardId = 0) =>
        Updates.ApplyAsync(gatewayEvent, new EventOrigin(shardId, 1, "session", ++_sequence, 0)).AsTask();

    /// <summary>Writes behind what has changed.</summary>
    public Task CommitAsync() => Journal.CommitAsync(Store);

    /// <summary>No record is anywhere any more; which guilds there are is still known.</summary>
    public async Task LoseRecordsAsync()
    {
        await CommitAsync();
        await Store.PurgeAsync(sessions: true, CancellationToken.None);
        Purge();
    }

    /// <summary>Empties the cache.</summary>
    public GuildRecords Records => _records;

    public void Purge() => _records.Purge();

    public StateChange Ready(params ulong[] guilds) => ReadyOf(0, 1, guilds);

    public StateChange ReadyOf(int shardId, int shardCount, params ulong[] guilds) => Apply(
        new ReadyEvent
        {
            User = Bot,
            Application = new Application { Id = new Snowflake(98) },
            Guilds = [.. guilds.Select(id => new UnavailableGuild { Id = new Snowflake(id), Unavailable = true })],
            Shard = [shardId, shardCount],
        },
        shardId);

    public StateChange Create(ulong id, params Channel[] channels) => Apply(new GuildCreateEvent(GuildOf(id, channels)));

    public GuildState? StateOf(ulong id) => Guilds.TryGet(new Snowflake(id), out var state) ? state : null;

    public void Dispose()
    {
        _records.Dispose();
        _probe.Dispose();
    }

    public static Guild GuildOf(ulong id, params Channel[] channels) => new()
    {
        Id = new Snowflake(id),
        Name = $"guild {id}",
        OwnerId = new Snowflake(1),
        MemberCount = 5,
        JoinedAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Roles = [RoleOf(id)],
        Channels = channels,
        Members = [new Member { User = Bot, Roles = [new Snowflake(7)] }],
    };

    public static Role RoleOf(ulong id, string name = "role") =>
        new() { Id = new Snowflake(id), Name = name, Permissions = Permission.ViewChannel };

    public static Channel ChannelOf(ulong id, ulong? guild = null, string name = "channel") =>
        new() { Id = new Snowflake(id), Type = ChannelType.GuildText, GuildId = guild is { } known ? new Snowflake(known) : null, Name = name };

    public static Channel ThreadOf(ulong id, ulong parent, ulong? guild = null, bool archived = false) => new()
    {
        Id = new Snowflake(id),
        Type = ChannelType.PublicThread,
        ParentId = new Snowflake(parent),
        GuildId = guild is { } known ? new Snowflake(known) : null,
        ThreadMetadata = new ThreadMetadata { Archived = archived },
    };
}
