using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.State;

namespace Vexera.Tests.State;

/// <summary>Any run of events, purges and late events of ended sessions ends in what a plain model of the guilds holds.</summary>
public sealed class StateModelTests
{
    private static readonly Gen<ulong> Guild = Gen.ULong[10, 12];
    private static readonly Gen<ulong> Id = Gen.ULong[100, 104];

    private static readonly Gen<Action<World>> Step = Gen.OneOf(
        Gen.Select(Guild, Id, (guild, id) => new Action<World>(world => world.PutRole(guild, id))),
        Gen.Select(Guild, Id, (guild, id) => new Action<World>(world => world.RemoveRole(guild, id))),
        Gen.Select(Guild, Id, (guild, id) => new Action<World>(world => world.PutChannel(guild, id))),
        Gen.Select(Guild, Id, (guild, id) => new Action<World>(world => world.RemoveChannel(guild, id))),
        Gen.Select(Guild, Id, Gen.ULong[200, 204], Gen.Bool, (guild, id, thread, archived) => new Action<World>(world => world.PutThread(guild, id, thread, archived))),
        Gen.Select(Guild, Id, Gen.ULong[200, 204].Array[0, 3], (guild, id, threads) => new Action<World>(world => world.SyncThreads(guild, id, threads))),
        Guild.Select(guild => new Action<World>(world => world.Rename(guild))),
        Guild.Select(guild => new Action<World>(world => world.GiveBotRole(guild))),
        Guild.Select(guild => new Action<World>(world => world.Send(guild))),
        Guild.Select(guild => new Action<World>(world => world.Lose(guild))),
        Guild.Select(guild => new Action<World>(world => world.Leave(guild))),
        Guild.Array[0, 3].Select(left => new Action<World>(world => world.BeginSession(left))),
        Gen.Select(Guild, Id, (guild, id) => new Action<World>(world => world.LateEvent(guild, id))),
        Gen.Const(new Action<World>(world => world.Purge())));

    [Fact]
    public void AnyRun_Always_EndsInWhatTheModelHolds() => Step.Array[1, 60].Sample(steps =>
    {
        using var world = new World();
        foreach (var step in steps)
            step(world);
        world.Compare();
    });

    /// <summary>Guilds as plain dictionaries, and the events that tell of them.</summary>
    private sealed class World : IDisposable
    {
        private readonly Dictionary<ulong, Truth> _guilds = new() { [10] = new(), [11] = new(), [12] = new() };
        private readonly StateBench _bench = new();
        private readonly SessionGuard _guard = new();
        private readonly List<Snowflake> _left = [];
        private readonly List<Snowflake> _mustHaveLeft = [];
        private int _session;
        private int _sequence;
        private int _version;

        public World()
        {
            _bench.Source.Answer = id => Task.FromResult(_guilds.TryGetValue(id.Value, out var truth) ? truth.ToSnapshot(id) : null);
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
            var truth = _guilds.TryGetValue(guild, out var there) ? there : _guilds[guild] = new Truth();
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
            var late = new EventOrigin(0, 1, $"session {_session - 1}", 1000, 0);
            if (_guard.Accept(late, begins: false))
                _bench.Updates.Apply(new ChannelDeleteEvent(StateBench.ChannelOf(id, guild)), late);
        }

        public void Purge() => _bench.Guilds.Purge();

        public void Compare()
        {
            _bench.Guilds.Count.ShouldBe(_guilds.Count);
            _left.ShouldBe(_mustHaveLeft, ignoreOrder: true);
            foreach (var (id, truth) in _guilds)
                truth.ShouldBeWhatIsKnown(_bench.Guilds.FindAsync(new(id), CancellationToken.None).AsTask().GetAwaiter().GetResult());
        }

        public void Dispose() => _bench.Dispose();

        private void Change(ulong guild, Func<Truth, object> change)
        {
            if (_guilds.TryGetValue(guild, out var truth))
                Tell(change(truth));
        }

        private void Tell(object gatewayEvent)
        {
            var origin = new EventOrigin(0, 1, $"session {_session}", ++_sequence, 0);
            _guard.Accept(origin, gatewayEvent is ReadyEvent).ShouldBeTrue();
            foreach (var raised in _bench.Updates.Apply(gatewayEvent, origin).Raised ?? [])
                _left.Add(raised.Event.ShouldBeOfType<GuildLeftEvent>().GuildId);
        }
    }

    private sealed class Truth
    {
        public string Name { get; set; } = "first";

        public bool Available { get; set; } = true;

        public Member Self { get; set; } = new() { User = StateBench.Bot };

        public Dictionary<ulong, Role> Roles { get; } = new() { [1] = StateBench.RoleOf(1) };

        public Dictionary<ulong, Channel> Channels { get; } = [];

        public List<ulong> ThreadsOf(ulong parent) =>
            [.. Channels.Where(pair => pair.Value.Type == ChannelType.PublicThread && pair.Value.ParentId == new Snowflake(parent)).Select(pair => pair.Key)];

        public Guild ToGuild(Snowflake id) => new()
        {
            Id = id,
            Name = Name,
            OwnerId = new(1),
            Roles = [.. Roles.Values],
            Channels = [.. Channels.Values.Where(channel => channel.Type == ChannelType.GuildText)],
            Threads = [.. Channels.Values.Where(channel => channel.Type == ChannelType.PublicThread)],
            Members = [Self],
        };

        public GuildSnapshot? ToSnapshot(Snowflake id) => new(ToGuild(id) with { Channels = [], Threads = [], Members = [] }, [.. Channels.Values], Self);

        public void ShouldBeWhatIsKnown(GuildState? state)
        {
            state.ShouldNotBeNull();
            state.Name.ShouldBe(Name);
            state.Available.ShouldBe(Available);
            state.Self.ShouldBe(Self);
            state.Roles.ToDictionary(pair => pair.Key.Value, pair => pair.Value).ShouldBe(Roles, ignoreOrder: true);
            state.Channels.Keys.Select(key => key.Value).ShouldBe(Channels.Keys, ignoreOrder: true);
            foreach (var (id, channel) in state.Channels)
                (channel with { PermissionOverwrites = [] }).ToString().ShouldBe((Channels[id.Value] with { PermissionOverwrites = [] }).ToString());
        }
    }
}
