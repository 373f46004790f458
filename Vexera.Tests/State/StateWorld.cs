using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;
using Vexera.Tests.State.Durable;

namespace Vexera.Tests.State;

/// <summary>Guilds as plain dictionaries, and the events that tell of them.</summary>
internal sealed class StateWorld : IDisposable
{
    private static readonly User Somebody = new() { Id = new Snowflake(3), Username = "x" };
    private readonly Dictionary<ulong, GuildTruth> _guilds = new() { [10] = new(), [11] = new(), [12] = new() };
    private readonly InMemoryStateStore _disk = new();
    private readonly List<(object Event, EventOrigin Origin)> _sinceCommit = [];
    private StateBench _bench;
    private ShardJournal _journal = new(new ShardKey(0, 1));
    private readonly List<Snowflake> _left = [];
    private readonly List<Snowflake> _mustHaveLeft = [];
    private EventOrigin? _committed;
    private int _session;
    private int _sequence;
    private int _version;

    public StateWorld()
    {
        _bench = Start();
        BeginSession([]);
    }

    public void PutRole(ulong guild, ulong id) => Change(guild, truth =>
    {
        var role = StateBench.RoleOf(id, $"role {++_version}");
        object told = truth.Roles.ContainsKey(id) ? new GuildRoleUpdateEvent(new(guild), role) : new GuildRoleCreateEvent(new(guild), role);
        truth.Roles[id] = role;
        return told;
    });

    public void RemoveRole(ulong guild, ulong id) => Change(guild, truth =>
    {
        truth.Roles.Remove(id);
        return new GuildRoleDeleteEvent(new(guild), new(id));
    });

    public void PutChannel(ulong guild, ulong id) => Change(guild, truth =>
    {
        var channel = StateBench.ChannelOf(id, name: $"channel {++_version}");
        var told = channel with { GuildId = new(guild) };
        object create = truth.Channels.ContainsKey(id) ? new ChannelUpdateEvent(told) : new ChannelCreateEvent(told);
        truth.Channels[id] = channel;
        return create;
    });

    public void RemoveChannel(ulong guild, ulong id) => Change(guild, truth =>
    {
        foreach (var thread in truth.ThreadsOf(id))
            truth.Channels.Remove(thread);
        truth.Channels.Remove(id);
        return new ChannelDeleteEvent(StateBench.ChannelOf(id, guild));
    });

    public void PutThread(ulong guild, ulong parent, ulong id, bool archived) => Change(guild, truth =>
    {
        if (archived)
            truth.Channels.Remove(id);
        else
            truth.Channels[id] = StateBench.ThreadOf(id, parent);
        return new ThreadUpdateEvent(StateBench.ThreadOf(id, parent, guild, archived));
    });

    public void SyncThreads(ulong guild, ulong parent, ulong[] threads) => Change(guild, truth =>
    {
        foreach (var gone in truth.ThreadsOf(parent))
            truth.Channels.Remove(gone);
        foreach (var thread in threads)
            truth.Channels[thread] = StateBench.ThreadOf(thread, parent);
        return new ThreadListSyncEvent(new(guild), [.. threads.Select(thread => StateBench.ThreadOf(thread, parent, guild))], [new(parent)]);
    });

    public void Rename(ulong guild) => Change(guild, truth =>
    {
        truth.Name = $"name {++_version}";
        return new GuildUpdateEvent(truth.ToGuild(new(guild)) with { Members = [], Channels = [] });
    });

    public void GiveBotRole(ulong guild) => Change(guild, truth =>
    {
        truth.Self = truth.Self with { Roles = [new((ulong)++_version)] };
        return new GuildMemberUpdateEvent(new(guild), truth.Self);
    });

    public void Send(ulong guild)
    {
        var truth = _guilds.TryGetValue(guild, out var there) ? there : _guilds[guild] = new GuildTruth();
        truth.Available = true;
        Tell(new GuildCreateEvent(truth.ToGuild(new(guild))));
    }

    public void Lose(ulong guild) => Change(guild, truth =>
    {
        truth.Available = false;
        return new GuildDeleteEvent(new(guild), Unavailable: true);
    });

    public void Leave(ulong guild)
    {
        if (!_guilds.Remove(guild))
            return;
        _mustHaveLeft.Add(new(guild));
        Tell(new GuildDeleteEvent(new(guild), Unavailable: false));
    }

    public void BeginSession(ulong[] left)
    {
        foreach (var guild in left.Where(_guilds.Remove))
            _mustHaveLeft.Add(new(guild));
        _session++;
        _sequence = 0;
        Tell(new ReadyEvent
        {
            User = StateBench.Bot,
            Application = new Application { Id = new Snowflake(98) },
            Guilds = [.. _guilds.Keys.Select(id => new UnavailableGuild { Id = new(id), Unavailable = true })],
        });
        foreach (var guild in _guilds.Keys)
            Send(guild);
    }

    public void LateEvent(ulong guild, ulong id)
    {
        var late = Origin(_session - 1, 1000);
        if (_journal.Accept(late, begins: false) != EventVerdict.Stale)
            _bench.Updates.ApplyAsync(new ChannelDeleteEvent(StateBench.ChannelOf(id, guild)), late).AsTask().GetAwaiter().GetResult();
    }

    public void SomebodyJoins(ulong guild) => Change(guild, truth =>
    {
        truth.MemberCount++;
        return new GuildMemberAddEvent(new(guild), new Member { User = Somebody });
    });

    public void SomebodyGoes(ulong guild) => Change(guild, truth =>
    {
        truth.MemberCount = Math.Max(0, truth.MemberCount - 1);
        return new GuildMemberRemoveEvent(new(guild), Somebody);
    });

    /// <summary>Discord may send again what came before the number that a RESUME names.</summary>
    public void DropAndResume(int count)
    {
        foreach (var (gatewayEvent, origin) in _sinceCommit.TakeLast(count))
        {
            if (_journal.Accept(origin, begins: false) != EventVerdict.Stale)
                Apply(gatewayEvent, origin);
        }
    }

    public void LookUp(ulong guild)
    {
        if (_guilds.TryGetValue(guild, out var truth))
            truth.ShouldBeWhatIsKnown(Find(guild));
    }

    public void Purge() => _bench.Purge();

    public void DiskFails(bool fails) => _disk.Fails = fails;

    public void Commit()
    {
        if (_disk.Fails)
            return;
        _bench.CommitAsync().GetAwaiter().GetResult();
        _sinceCommit.Clear();
        _committed = Origin(_session, _sequence);
    }

    /// <summary>A new process has what is on disk, and hears again what came after.</summary>
    public void CrashAndResume()
    {
        Crash();
        Resume([]);
    }

    /// <summary>
    /// The records on disk are emptied before the new process resumes. Somebody asks for guilds between the events that it hears
    /// again, and is answered as Discord says that they are by then.
    /// </summary>
    public void CrashPurgeTheDiskAndResume(ulong[] lookUps)
    {
        Crash();
        _disk.PurgeAsync(sessions: false, CancellationToken.None).GetAwaiter().GetResult();
        Resume(lookUps);
    }

    public void PurgeTheDiskAndStart()
    {
        _disk.Fails = false;
        Commit();
        _bench.Dispose();
        _disk.PurgeAsync(sessions: true, CancellationToken.None).GetAwaiter().GetResult();
        _journal = new ShardJournal(new ShardKey(0, 1));
        _bench = Start();
        BeginSession([]);
    }

    public void Compare()
    {
        _bench.Guilds.Count.ShouldBe(_guilds.Count);
        _left.ShouldBe(_mustHaveLeft, ignoreOrder: true);
        foreach (var guild in _guilds.Keys)
            LookUp(guild);
    }

    public void Dispose() => _bench.Dispose();

    private void Change(ulong guild, Func<GuildTruth, object> change)
    {
        if (_guilds.TryGetValue(guild, out var truth))
            Tell(change(truth));
    }

    private void Tell(object gatewayEvent)
    {
        var origin = Origin(_session, ++_sequence);
        _journal.Accept(origin, gatewayEvent is ReadyEvent).ShouldBe(EventVerdict.Fresh);
        _sinceCommit.Add((gatewayEvent, origin));
        foreach (var raised in Apply(gatewayEvent, origin).Raised ?? [])
            _left.Add(raised.Event.ShouldBeOfType<GuildLeftEvent>().GuildId);
    }

    private static EventOrigin Origin(int session, int sequence) => new(0, 1, $"session {session}", sequence, 0);

    private StateChange Apply(object gatewayEvent, EventOrigin origin) =>
        _bench.Updates.ApplyAsync(gatewayEvent, origin).AsTask().GetAwaiter().GetResult();

    private GuildState? Find(ulong guild) =>
        _bench.Guilds.FindAsync(new(guild), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private void Crash()
    {
        _disk.Fails = false;
        _bench.Dispose();
    }

    private void Resume(ulong[] lookUps)
    {
        _journal = new ShardJournal(new ShardKey(0, 1));
        _bench = Start();
        _bench.Self.Learn(StateBench.Bot, new Application { Id = new Snowflake(98) });
        // The session is on disk with the guilds.
        if (_committed is { } committed)
            _journal.Accept(committed, begins: true);
        for (var i = 0; i < _sinceCommit.Count; i++)
        {
            var (gatewayEvent, origin) = _sinceCommit[i];
            if (i < lookUps.Length)
                Find(lookUps[i]);
            _journal.Accept(origin, gatewayEvent is ReadyEvent).ShouldBe(EventVerdict.Fresh);
            Apply(gatewayEvent, origin);
        }
    }

    private StateBench Start()
    {
        var bench = new StateBench(store: _disk);
        bench.Source.Answer = id => Task.FromResult(_guilds.TryGetValue(id.Value, out var truth) ? truth.ToSnapshot(id) : null);
        return bench;
    }
}
