using System.Text.Json;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Gateway.Handlers;

/// <summary><see href="https://discord.com/developers/docs/events/gateway-events#identify"/></summary>
/// <param name="Token">Who it says it is.</param>
/// <param name="Shard">Null when it did not say, which is the only shard.</param>
/// <param name="Intents">Null when it did not say, which only people may.</param>
/// <param name="Compress">Whether large payloads may come compressed.</param>
internal sealed record IdentifyPayload(string Token, ShardId? Shard, GatewayIntents? Intents, bool Compress)
{
    /// <exception cref="ProtocolException">It lacks something or has it wrong.</exception>
    public static IdentifyPayload Parse(JsonElement data)
    {
        if (!data.TryGetProperty("token", out var token) || token.ValueKind != JsonValueKind.String)
        {
            throw ClientFrame.Undecodable("IDENTIFY needs a token");
        }

        if (!data.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            throw ClientFrame.Undecodable("IDENTIFY needs properties");
        }

        if (data.TryGetProperty("presence", out var presence) && presence.ValueKind == JsonValueKind.Object)
        {
            PresencePayload.Check(presence);
        }

        if (data.TryGetProperty("large_threshold", out var threshold) && (ClientFrame.Integer(threshold) is not { } members || members is < 50 or > 250))
        {
            throw ClientFrame.Undecodable($"large_threshold {threshold} must be between 50 and 250");
        }

        return new IdentifyPayload(
            token.GetString()!,
            data.TryGetProperty("shard", out var shard) && shard.ValueKind != JsonValueKind.Null ? ShardId.Parse(shard) : null,
            data.TryGetProperty("intents", out var intents) ? ParseIntents(intents) : null,
            data.TryGetProperty("compress", out var compress) && compress.ValueKind == JsonValueKind.True);
    }

    /// <summary>What the user gets to see.</summary>
    /// <exception cref="ProtocolException">The application may not have these intents.</exception>
    public GatewayIntents IntentsOf(Application? application)
    {
        if (application is null)
        {
            return Intents ?? GatewayIntents.All;
        }

        var asked = Intents ?? throw new ProtocolException(GatewayClose.InvalidIntents, "invalid-intents", "IDENTIFY needs intents");
        var refused = asked & IntentRules.Privileged & ~IntentRules.GrantedTo(application.Flags);
        return refused == GatewayIntents.None
            ? asked
            : throw new ProtocolException(GatewayClose.DisallowedIntents, "disallowed-intents", $"not granted: {refused}");
    }

    private static GatewayIntents ParseIntents(JsonElement intents)
    {
        if (ClientFrame.Integer(intents) is { } bits and >= 0 && (bits & ~(int)GatewayIntents.All) == 0)
        {
            return (GatewayIntents)bits;
        }

        throw new ProtocolException(GatewayClose.InvalidIntents, "invalid-intents", $"intents {intents} are no sum of known ones");
    }
}
