using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Gateway.Handlers;
using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Tests.Sandbox.Gateway;

public sealed class PayloadPropertyTests
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e99", "99999999999999999999", "\"\"", "\"x\"", "\"5\"", "\"עברית 🦀\"",
        "[]", "{}", "[0,1]", "[\"0\",null]", "[1,0]", "[{}]", "{\"status\":5}", "{\"status\":\"online\",\"activities\":{}}",
    ];

    [Fact]
    public void Identify_AnyObject_IsReadOrRefused() =>
        Objects("token", "properties", "intents", "shard", "presence", "compress", "large_threshold")
            .Sample(data => OnlyRefuses(() => IdentifyPayload.Parse(data)), iter: 5_000);

    [Fact]
    public async Task Requests_AnyObject_AreAnsweredOrRefused()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        var session = fixture.Session(client.SessionId)!;
        var services = fixture.Sandbox.Services;
        Action<JsonElement>[] handlers =
        [
            data => services.GetRequiredService<GuildMembersHandler>().Handle(session, data),
            data => services.GetRequiredService<VoiceStateHandler>().Handle(session, data),
            data => services.GetRequiredService<GuildExtrasHandler>().SendSounds(session, data),
            data => services.GetRequiredService<GuildExtrasHandler>().SendChannelInfo(session, data),
            PresencePayload.Check,
        ];

        Gen.Select(Objects("guild_id", "guild_ids", "channel_id", "query", "limit", "user_ids", "nonce", "status", "activities", "self_mute"), OneOf(handlers))
            .Sample((data, handler) => OnlyRefuses(() => handler(WithGuild(data, fixture.Guild))), iter: 5_000);
    }

    private static Gen<JsonElement> Objects(params string[] names) =>
        Gen.Select(OneOf(names), OneOf(Values)).Array[0, names.Length]
            .Select(pairs => JsonElement.Parse($"{{{string.Join(',', pairs.DistinctBy(pair => pair.Item1).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))}}}"));

    // Half of the requests are about a guild that is there, so that they get past the first check.
    private static JsonElement WithGuild(JsonElement data, ulong guildId)
    {
        if (!data.TryGetProperty("guild_id", out var given) || given.ValueKind != JsonValueKind.Null)
        {
            return data;
        }

        var node = JsonObject.Create(data)!;
        node["guild_id"] = $"{guildId}";
        return JsonElement.Parse(node.ToJsonString());
    }

    private static Gen<T> OneOf<T>(T[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static void OnlyRefuses(Action act)
    {
        try
        {
            act();
        }
        catch (ProtocolException refused)
        {
            refused.Message.ShouldNotBeEmpty();
        }
    }
}
