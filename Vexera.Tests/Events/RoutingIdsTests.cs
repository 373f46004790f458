using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.Events;

namespace Vexera.Tests.Events;

public sealed class RoutingIdsTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        "guild_id", "\"guild_id\":\"5\"", "\\", "\"", "{", "}", "[", "]", "x", "", "\\\"guild_id", "channel_id", "\u202eمرحبا", "😀", "guild_id\":\"6");

    private static readonly Gen<JsonNode?> Value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 3
        ? Text.Select(text => (JsonNode?)JsonValue.Create(text))
        : Gen.OneOf(
            Text.Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.ULong.Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Const((JsonNode?)null),
            inner.Array[0, 4].Select(items => (JsonNode?)new JsonArray(items.Select(item => item?.DeepClone()).ToArray())),
            Members(inner).Select(members => (JsonNode?)Object(members))));

    private static readonly Gen<JsonObject> Payload =
        Gen.Select(Members(Value), Gen.ULong[1, ulong.MaxValue], Gen.Int[0, 3], Members(Value), (front, id, kind, back) => Object(
        [
            .. front,
            .. kind switch
            {
                0 => Array.Empty<(string, JsonNode?)>(),
                1 => [("guild_id", JsonValue.Create(id))],
                2 => [("guild_id", null)],
                _ => [("guild_id", JsonValue.Create(new Snowflake(id).ToString()))],
            },
            .. back.Where(member => member.Item1 != "guild_id"),
        ]));

    [Theory]
    [InlineData("""{"guild_id":"7"}""", 7UL)]
    [InlineData("""{"guild_id":7}""", 7UL)]
    [InlineData("""{ "a" : 1 , "guild_id" : "7" , "b" : [ ] } """, 7UL)]
    [InlineData("""{"guild_id":"18446744073709551615","x":{}}""", ulong.MaxValue)]
    [InlineData("""{"message_reference":{"guild_id":"8"},"guild_id":"7"}""", 7UL)]
    [InlineData("""{"guild_id":"7","message_reference":{"guild_id":"8"}}""", 7UL)]
    [InlineData("""{"guild_id":"7","content":"guild_id"}""", 7UL)]
    [InlineData("""{"guild_id":"7","content":"\"guild_id\":\"9\""}""", 7UL)]
    [InlineData("""{"message_reference":{"guild_id":"8"}}""", null)]
    [InlineData("""{"content":"\"guild_id\":\"9\""}""", null)]
    [InlineData("""{"guild_id":null}""", null)]
    [InlineData("""{"guild_id":"0"}""", null)]
    [InlineData("""{"guild_id":"7x"}""", null)]
    [InlineData("""{"guild_id":"99999999999999999999"}""", null)]
    [InlineData("""{"guild_id":{"id":"7"}}""", null)]
    [InlineData("""{"guild_id":""", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public void GuildId_OfPayload_IsItsOwn(string json, ulong? expected) =>
        RoutingIds.GuildId(Encoding.UTF8.GetBytes(json)).ShouldBe(expected is { } id ? new Snowflake(id) : null);

    [Fact]
    public void GuildId_AnyObject_IsWhatAParserFinds() => Payload.Sample(payload =>
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(payload);
        var indented = Encoding.UTF8.GetBytes(payload.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        var expected = payload["guild_id"] is { } id && ulong.TryParse(id.ToString(), out var value) && value > 0
            && id.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? new Snowflake(value) : (Snowflake?)null;

        RoutingIds.GuildId(json).ShouldBe(expected);
        RoutingIds.GuildId(indented).ShouldBe(expected);
    });

    [Fact]
    public void GuildId_AnyBytes_NeverThrows() => Gen.OneOf(
            Gen.Byte.Array,
            Gen.OneOf((byte)'"', (byte)'{', (byte)'}', (byte)'\\', (byte)':', (byte)'1', (byte)' ').Array[0, 40])
        .Select(Gen.Int[0, 3], (bytes, times) => Enumerable.Repeat("\"guild_id\""u8.ToArray(), times).Aggregate(bytes, (all, name) => [.. all, .. name, .. bytes]))
        .Sample(bytes =>
        {
            RoutingIds.GuildId(bytes)?.IsNone.ShouldBeFalse();
            RoutingIds.ChannelId(bytes)?.IsNone.ShouldBeFalse();
        });

    [Fact]
    public void ChannelId_OfPayload_IsItsOwn() =>
        RoutingIds.ChannelId(Encoding.UTF8.GetBytes(EventSamples.All["MESSAGE_CREATE"].Full)).ShouldBe(new Snowflake(290926798999357250));

    private static Gen<(string, JsonNode?)[]> Members(Gen<JsonNode?> value) => Gen.Select(Text, value).Array[0, 5];

    private static JsonObject Object((string Name, JsonNode? Value)[] members)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
            made[name] = value?.DeepClone();
        return made;
    }
}
