using System.Text.Json.Nodes;
using CsCheck;
using Vexera.Sandbox;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class RestFuzzTests
{
    private static readonly string[] Fields =
    [
        "content", "embeds", "components", "type", "custom_id", "options", "name", "description", "choices", "value", "fields", "flags",
        "allowed_mentions", "parse", "message_reference", "message_id", "attachments", "id", "data", "roles", "nick", "permission_overwrites",
        "messages", "communication_disabled_until", "style", "label", "items", "media", "accessory", "colors", "user_ids", "name_localizations",
        "min_value", "max_length", "autocomplete", "nonce", "poll", "timestamp", "footer", "image", "application_id", "channel_id",
    ];

    private static readonly string[] Texts =
        ["", "a", "5", "-1", "1e400", "99999999999999999999", "2026-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "🌲", "‮", "<@5>", "@everyone", "https://x", "\0"];

    private static readonly (HttpMethod Method, string Path)[] Routes =
    [
        (HttpMethod.Post, "channels/{0}/messages"), (HttpMethod.Patch, "channels/{0}"), (HttpMethod.Post, "channels/{0}/messages/bulk-delete"),
        (HttpMethod.Put, "channels/{0}/permissions/{2}"), (HttpMethod.Post, "channels/{0}/webhooks"), (HttpMethod.Post, "channels/{0}/invites"),
        (HttpMethod.Post, "channels/{0}/threads"), (HttpMethod.Post, "channels/{0}/followers"), (HttpMethod.Patch, "guilds/{1}/members/{2}"),
        (HttpMethod.Patch, "guilds/{1}/members/@me"), (HttpMethod.Post, "guilds/{1}/roles"), (HttpMethod.Patch, "guilds/{1}/roles"),
        (HttpMethod.Post, "guilds/{1}/channels"), (HttpMethod.Patch, "guilds/{1}/channels"), (HttpMethod.Patch, "guilds/{1}"),
        (HttpMethod.Post, "guilds/{1}/bulk-ban"), (HttpMethod.Post, "applications/{3}/commands"), (HttpMethod.Put, "applications/{3}/commands"),
        (HttpMethod.Post, "users/@me/channels"), (HttpMethod.Patch, "users/@me"), (HttpMethod.Post, "interactions"),
        (HttpMethod.Post, "interactions/1/x/callback"), (HttpMethod.Post, "webhooks/1/x"), (HttpMethod.Patch, "applications/@me"),
    ];

    private static readonly Gen<JsonNode?> Leaf = Gen.OneOf(
        OneOf(Texts).Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Long.Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Int[0, 20].Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
        Gen.Const((JsonNode?)null));

    private static readonly Gen<JsonNode?> Any = Gen.Recursive<JsonNode?>((depth, inner) => depth >= 4
        ? Leaf
        : Gen.OneOf(
            Leaf,
            inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Gen.Select(OneOf(Fields), inner).Array[0, 5].Select(Object)));

    [Fact]
    public async Task Handle_AnyBody_IsAnsweredWithoutAnInternalError()
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0", Rest = new SandboxRestOptions { RateLimits = false } },
            TestContext.Current.CancellationToken);
        using var bot = new RestClient(server.Address, $"Bot {server.World.Users.TokenOf(DemoWorld.BotId)}");
        using var owner = new RestClient(server.Address, server.World.Users.TokenOf(DemoWorld.People[0].Id));
        var guild = server.World.Guilds.Get(DemoWorld.GuildIds(server.World).First());
        var channel = guild.Channels.Values.Single(one => one.Name == "playground").Id;

        await Gen.Select(OneOf(Routes), Any, Gen.Bool).SampleAsync(
            async (route, body, asBot) =>
            {
                var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, route.Path, channel, guild.Id, DemoWorld.People[2].Id, DemoWorld.BotId);
                using var content = RestClient.Raw(body?.ToJsonString() ?? "null");
                var reply = await (asBot ? bot : owner).Send(route.Method, path, content);
                ((int)reply.Status).ShouldBeLessThan(500, $"{route.Method} {path} {body?.ToJsonString()}");
            },
            iter: 1_000,
            threads: 1);
        server.World.Guilds.Get(guild.Id).Channels.ShouldContainKey(channel);
    }

    private static Gen<T> OneOf<T>(T[] these) => Gen.Int[0, these.Length - 1].Select(index => these[index]);

    private static JsonNode? Object((string Name, JsonNode? Value)[] fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
            json[name] = value?.DeepClone();
        return json;
    }
}
