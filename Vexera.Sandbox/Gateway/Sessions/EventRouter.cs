using System.Collections.Immutable;
using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Gateway.Sessions;

/// <summary>Gives each event to the sessions that are to have it: by membership, shard, permission and intent.</summary>
internal sealed class EventRouter : IDisposable
{
    private readonly SandboxWorld _world;
    private readonly IDisposable _subscription;

    // Changed and read under the world's lock only.
    private readonly Dictionary<ulong, Dictionary<int, Fleet>> _users = [];

    public EventRouter(SandboxWorld world)
    {
        _world = world;
        _subscription = world.Subscribe(Route);
    }

    public void Add(GatewaySession session) => _world.Atomically(() =>
    {
        if (!_users.TryGetValue(session.User.Id, out var fleets))
        {
            _users[session.User.Id] = fleets = [];
        }

        if (!fleets.TryGetValue(session.Shard.Count, out var fleet))
        {
            fleets[session.Shard.Count] = fleet = new Fleet(session.Shard.Count);
        }

        fleet[session.Shard.Id] = fleet[session.Shard.Id].Add(session);
        return true;
    });

    public void Remove(GatewaySession session) => _world.Atomically(() =>
    {
        if (_users.TryGetValue(session.User.Id, out var fleets) && fleets.TryGetValue(session.Shard.Count, out var fleet))
        {
            fleet[session.Shard.Id] = fleet[session.Shard.Id].Remove(session);
        }

        return true;
    });

    public void Dispose() => _subscription.Dispose();

    private void Route(WorldEvent happened)
    {
        foreach (var (userId, fleets) in _users)
        {
            if (!IsFor(happened, userId))
            {
                continue;
            }

            foreach (var fleet in fleets.Values)
            {
                foreach (var session in fleet[happened.GuildId is { } guildId ? ShardId.Of(guildId, fleet.Count) : 0])
                {
                    if (Wants(session, happened))
                    {
                        session.Append(happened);
                    }
                }
            }
        }
    }

    private bool IsFor(WorldEvent happened, ulong userId)
    {
        if (happened.Recipients is { } recipients)
        {
            return recipients.Contains(userId);
        }

        return happened.GuildId is { } guildId
            && _world.Guilds.IsMember(guildId, userId)
            && (!_world.Guilds.IsUnavailable(guildId) || happened.Name == "GUILD_DELETE")
            && (happened.Requires == Permission.None || MaySee(happened, guildId, userId));
    }

    private bool MaySee(WorldEvent happened, ulong guildId, ulong userId)
    {
        if (_world.Guilds.Find(guildId) is not { } guild)
        {
            return false;
        }

        var channel = happened.ChannelId is { } channelId
            ? guild.Channels.GetValueOrDefault(channelId) ?? happened.Subject as Channel
            : null;
        var permissions = channel is null
            ? PermissionRules.InGuild(guild, userId, _world.Now)
            : PermissionRules.InChannel(guild, channel, userId, _world.Now);
        return permissions.HasFlag(happened.Requires);
    }

    private static bool Wants(GatewaySession session, WorldEvent happened)
    {
        var needed = IntentRules.For(happened.Name, happened.GuildId is null);
        return (session.Intents & needed) == needed
            || (happened.UserId == session.User.Id && happened.Name is "GUILD_MEMBER_UPDATE")
            || happened.Name is "THREAD_MEMBERS_UPDATE" && session.Intents.HasFlag(GatewayIntents.Guilds) && ConcernsThread(session, happened);
    }

    private static bool ConcernsThread(GatewaySession session, WorldEvent happened) =>
        happened.Subject is Channel { Thread: { } thread } && thread.Members.ContainsKey(session.User.Id);

    private sealed class Fleet
    {
        private readonly Dictionary<int, ImmutableArray<GatewaySession>> _shards = [];

        public Fleet(int count) => Count = count;

        public int Count { get; }

        public ImmutableArray<GatewaySession> this[int shardId]
        {
            get => _shards.GetValueOrDefault(shardId, []);
            set => _shards[shardId] = value;
        }
    }
}
