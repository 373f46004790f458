using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Events.Guilds;
using Vexera.Tests.State.Records;

namespace Vexera.Tests.Events;

/// <summary>What is read by hand is what the serializer reads, and what the serializer refuses is refused.</summary>
public sealed class GuildReaderTests
{
    private static readonly string[] OddValues = ["null", "true", "1", "-1", "1.5", "99999999999999999999", "\"\"", "\"x\"", "\"12\"", "{}", "[]", "[1]", "[[]]"];

    [Fact]
    public void Read_AnyGuild_IsWhatTheSerializerReads() => GuildStates.Any.Sample(state =>
    {
        var guild = new Guild
        {
            Id = state.Id,
            Name = state.Name,
            OwnerId = state.OwnerId,
            SystemChannelId = state.SystemChannelId,
            PreferredLocale = state.PreferredLocale,
            JoinedAt = state.JoinedAt,
            MemberCount = state.MemberCount,
            Roles = state.Roles.Values,
            Channels = [.. state.Channels.Values.Where(channel => channel.ThreadMetadata is null)],
            Threads = [.. state.Channels.Values.Where(channel => channel.ThreadMetadata is not null)],
            Members = state.Self is { } self ? [self] : [],
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(guild, DiscordJson.Default.Guild);

        ByHand(json).ShouldBe(BySerializer(json));
    });

    [Fact]
    public void Read_AnyValueReplacedByAnOddOne_IsReadOrRefusedAsTheSerializerDoes()
    {
        var sample = EventSamples.All["GUILD_CREATE"].Full;
        var differing = new List<string>();
        foreach (var path in PathsIn(JsonNode.Parse(sample)!))
        {
            foreach (var odd in OddValues)
            {
                var changed = JsonNode.Parse(sample)!;
                var isElement = Replace(changed, path, JsonNode.Parse(odd));
                var json = Encoding.UTF8.GetBytes(changed.ToJsonString());
                // The serializer lets null stand in a list, where nobody expects it.
                if (!(isElement && odd == "null") && ByHand(json) != BySerializer(json))
                    differing.Add($"{string.Join('/', path)} = {odd}: {ByHand(json)} instead of {BySerializer(json)}");
            }
        }

        differing.ShouldBeEmpty();
    }

    [Fact]
    public void Read_AnyPropertyLeftOut_IsReadOrRefusedAsTheSerializerDoes()
    {
        var sample = EventSamples.All["GUILD_CREATE"].Full;
        foreach (var path in PathsIn(JsonNode.Parse(sample)!).Where(path => path[^1] is string))
        {
            var changed = JsonNode.Parse(sample)!;
            ((JsonObject)Find(changed, path[..^1])!).Remove((string)path[^1]);
            var json = Encoding.UTF8.GetBytes(changed.ToJsonString());

            ByHand(json).ShouldBe(BySerializer(json), string.Join('/', path));
        }
    }

    [Fact]
    public void Read_CutOffAnywhere_IsRefused()
    {
        var json = Encoding.UTF8.GetBytes(EventSamples.All["GUILD_CREATE"].Full.Trim());
        for (var length = 0; length < json.Length; length++)
            ByHand(json[..length]).ShouldBe("refused");
    }

    [Theory]
    [InlineData("""{"id":"1","id":"2","name":"a","name":"b","owner_id":3}""")]
    [InlineData("""{"\u0069d":"1","n\u0061me":"\ud83d\ude00","owner_id":"3"}""")]
    [InlineData("""{"id":"\u0031","name":"b","owner_id":"3"}""")]
    [InlineData("""{"id":"1","name":"\ud83d","owner_id":"3"}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public void Read_UnusualJson_IsReadOrRefusedAsTheSerializerDoes(string json) =>
        ByHand(Encoding.UTF8.GetBytes(json)).ShouldBe(BySerializer(Encoding.UTF8.GetBytes(json)));

    private static string ByHand(byte[] json) => Outcome(() => GuildReader.Read(json));

    private static string BySerializer(byte[] json) => Outcome(() => JsonSerializer.Deserialize(json, DiscordJson.Default.Guild)
        ?? throw new JsonException("Nothing."));

    private static string Outcome(Func<Guild> read)
    {
        try
        {
            return JsonSerializer.Serialize(read(), DiscordJson.Default.Guild);
        }
        catch (JsonException)
        {
            return "refused";
        }
    }

    private static IEnumerable<object[]> PathsIn(JsonNode? node, params object[] at) => node switch
    {
        JsonObject found => found.SelectMany(pair => PathsIn(pair.Value, [.. at, pair.Key]).Prepend([.. at, pair.Key])),
        JsonArray found => found.SelectMany((element, index) => PathsIn(element, [.. at, index]).Prepend([.. at, index])),
        _ => [],
    };

    private static JsonNode? Find(JsonNode root, object[] path) =>
        path.Aggregate(root, (node, step) => step is string name ? node[name]! : node[(int)step]!);

    private static bool Replace(JsonNode root, object[] path, JsonNode? value)
    {
        var parent = Find(root, path[..^1])!;
        if (path[^1] is string name)
            parent[name] = value;
        else
            parent[(int)path[^1]] = value;
        return path[^1] is int;
    }
}
