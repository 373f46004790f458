using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Gateway.Sessions;

/// <summary>Makes a session with its first events: READY, then GUILD_CREATE for each guild.</summary>
internal sealed class SessionFactory(SandboxOptions options, SandboxWorld world, SessionDirectory sessions, IGatewayDirectory directory)
{
    private const int SessionIdLength = 32;

    /// <summary>The user's guilds on a shard.</summary>
    public IEnumerable<ulong> GuildsOf(User user, ShardId shard) =>
        world.Guilds.IdsOf(shard.Id, shard.Count).Where(id => world.Guilds.IsMember(id, user.Id));

    /// <summary>Begins a session at one moment of the world: what happens after it follows after the first events.</summary>
    public GatewaySession Begin(User user, Application? application, ShardId shard, bool saidShard, GatewayIntents intents, ConnectionOrigin origin) =>
        world.Atomically(() =>
        {
            ImmutableArray<ulong> guilds = [.. GuildsOf(user, shard)];
            var log = new EventLog(world.Clock, options.Gateway.ReplayEvents + guilds.Length + 1, options.Gateway.ReplayAge);
            var session = new GatewaySession(NewId(), user, shard, intents, log);
            session.Append(ReadyPayload.Event(new ReadyPayload(
                origin.Version, user, application, guilds, session.Id, directory.ResumeAddressAt(origin.Host).OriginalString, saidShard ? shard : null,
                [.. world.Users.DirectChannels(user.Id)])));
            if (intents.HasFlag(GatewayIntents.Guilds))
            {
                foreach (var guildId in guilds)
                {
                    session.Append(world.Guilds.IsUnavailable(guildId) ? GuildEvents.Unavailable(guildId) : GuildEvents.Available(guildId, world.Guilds.Snapshot(guildId)));
                }
            }

            sessions.Add(session);
            return session;
        });

    private string NewId()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"session:{world.Seed}:{world.NextId()}");
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..SessionIdLength];
    }
}
