using System.Text.Json;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Gateway.Handlers;

/// <summary>Begins sessions. <see href="https://discord.com/developers/docs/events/gateway#identifying"/></summary>
internal sealed class IdentifyHandler(GatewayServices services, SessionFactory sessions)
{
    private const int LargeBot = 150_000;

    /// <exception cref="ProtocolException">The client may not have what it asks for.</exception>
    public void Handle(GatewayConnection connection, JsonElement data)
    {
        services.Stats.Increment("identifies_received");
        if (connection.Session is not null)
        {
            throw new ProtocolException(GatewayClose.AlreadyAuthenticated, "already-authenticated", "a second IDENTIFY");
        }

        var payload = IdentifyPayload.Parse(data);
        var user = services.World.Users.Authenticate(payload.Token, bare: true)
            ?? throw new ProtocolException(GatewayClose.AuthenticationFailed, "bad-token", "IDENTIFY with an unknown token");
        var shard = payload.Shard ?? ShardId.Only;
        if (Interrupted(connection, shard))
        {
            return;
        }

        var application = services.World.Users.Application(user.Id);
        var intents = payload.IntentsOf(application);
        if (application is not null)
        {
            CheckSharding(user, shard);
            if (!MayIdentify(connection, application, shard))
            {
                return;
            }
        }

        if (payload.Compress)
        {
            connection.CompressLargePayloads();
        }

        services.Stats.Increment("identifies");
        connection.Begin(sessions.Begin(user, application, shard, payload.Shard is not null, intents, connection.Origin));
    }

    private bool Interrupted(GatewayConnection connection, ShardId shard)
    {
        if (services.Faults.Take(GatewayFaultKind.CloseOnIdentify, shard.Id) is { } close)
        {
            connection.Close((GatewayClose)close.Code, "");
            return true;
        }

        if (services.Faults.Take(GatewayFaultKind.InvalidateOnIdentify, shard.Id) is { } invalid)
        {
            connection.Post(ServerFrames.InvalidSession(invalid.Resumable));
            return true;
        }

        return services.Faults.Take(GatewayFaultKind.NoReady, shard.Id) is not null;
    }

    private void CheckSharding(User user, ShardId shard)
    {
        if (services.World.Guilds.Count >= LargeBot && shard.Count % services.Options.Shards != 0)
        {
            throw new ProtocolException(
                GatewayClose.InvalidShard, "invalid-shard", $"{shard.Count} shards; a large bot's must be a multiple of {services.Options.Shards}");
        }

        var most = services.Rules.MostGuildsPerSession;
        var guilds = sessions.GuildsOf(user, shard).Take(most + 1).Count();
        if (guilds > most)
        {
            throw new ProtocolException(GatewayClose.ShardingRequired, "sharding-required", $"more than {most} guilds on shard {shard}");
        }
    }

    private bool MayIdentify(GatewayConnection connection, Application application, ShardId shard)
    {
        var bucket = services.IdentifyGate.BucketOf(shard.Id);
        services.Stats.RecordIdentify(bucket, services.Rules.IdentifyWindow);
        if (!services.IdentifyGate.TryEnter(application.Id, bucket, out var since))
        {
            services.Stats.RecordViolation(
                "identify-rate",
                $"shard {shard} identified {since.TotalMilliseconds:F0} ms after another of bucket {bucket}; {services.Rules.IdentifyWindow.TotalMilliseconds:F0} ms are required",
                connection.Name);
            connection.Post(ServerFrames.InvalidSession(resumable: false));
            return false;
        }

        return services.Budget.TrySpend(application.Id)
            ? true
            : throw new ProtocolException(GatewayClose.AuthenticationFailed, "session-budget", "the day's session starts are used up; Discord resets the token");
    }
}
