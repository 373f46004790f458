using System.Text.Json.Nodes;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Tests.Sandbox.Gateway;

public sealed class GuildMembersTests
{
    [Fact]
    public async Task Request_WholeList_AnswersInOneChunk()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await client.SendAsync(8, Request(fixture, query: "", limit: 0, nonce: "n1"));

        var chunk = await client.ReceiveAsync("GUILD_MEMBERS_CHUNK");
        chunk.GetProperty("members").GetArrayLength().ShouldBe(4);
        chunk.GetProperty("chunk_index").GetInt32().ShouldBe(0);
        chunk.GetProperty("chunk_count").GetInt32().ShouldBe(1);
        chunk.Text("nonce").ShouldBe("n1");
    }

    [Fact]
    public async Task Request_ManyMembers_AnswersInChunksOfAThousand()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        for (var number = 0; number < 1_500; number++)
        {
            fixture.World.Members.Add(fixture.Guild, fixture.World.Users.Create($"user{number}").Id);
        }

        await using var client = await fixture.ReadyAsync();
        await client.SendAsync(8, Request(fixture, query: "", limit: 0));

        var first = await client.ReceiveAsync("GUILD_MEMBERS_CHUNK");
        var second = await client.ReceiveAsync("GUILD_MEMBERS_CHUNK");
        first.GetProperty("members").GetArrayLength().ShouldBe(1_000);
        second.GetProperty("members").GetArrayLength().ShouldBe(504);
        second.GetProperty("chunk_index").GetInt32().ShouldBe(1);
        second.GetProperty("chunk_count").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Request_ByPrefix_FindsNames()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync(Intents.Guilds);

        await client.SendAsync(8, Request(fixture, query: "pi", limit: 5));

        (await client.ReceiveAsync("GUILD_MEMBERS_CHUNK")).GetProperty("members").EnumerateArray()
            .Select(member => member.GetProperty("user").Text("username")).ShouldBe(["pip"]);
    }

    [Fact]
    public async Task Request_ByIds_TellsWhoIsNotThere()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync(Intents.Guilds);
        var request = new JsonObject
        {
            ["guild_id"] = $"{fixture.Guild}",
            ["user_ids"] = new JsonArray($"{DemoWorld.BotId}", "5"),
        };

        await client.SendAsync(8, request);

        var chunk = await client.ReceiveAsync("GUILD_MEMBERS_CHUNK");
        chunk.GetProperty("members").GetArrayLength().ShouldBe(1);
        chunk.GetProperty("not_found").EnumerateArray().Select(id => id.GetString()).ShouldBe(["5"]);
    }

    [Fact]
    public async Task Request_WholeListWithoutTheIntent_IsAViolation()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync(Intents.Guilds);

        await client.SendAsync(8, Request(fixture, query: "", limit: 0));

        (await client.WaitingNamesAsync()).ShouldBeEmpty();
        fixture.ViolatedRules.ShouldBe(["members-intent"]);
    }

    [Fact]
    public async Task Request_WholeListAgainTooSoon_IsRateLimited()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        await client.SendAsync(8, Request(fixture, query: "", limit: 0));
        await client.ReceiveAsync("GUILD_MEMBERS_CHUNK");

        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        await client.SendAsync(8, Request(fixture, query: "", limit: 0, nonce: "n2"));

        var limited = await client.ReceiveAsync("RATE_LIMITED");
        limited.GetProperty("opcode").GetInt32().ShouldBe(8);
        limited.GetProperty("retry_after").GetDouble().ShouldBe(20);
        limited.GetProperty("meta").Text("nonce").ShouldBe("n2");
    }

    [Fact]
    public async Task VoiceState_Joining_IsToldToTheGuild()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        var lounge = fixture.ChannelNamed("Lounge").Id;

        await client.SendAsync(4, new JsonObject { ["guild_id"] = $"{fixture.Guild}", ["channel_id"] = $"{lounge}", ["self_mute"] = true, ["self_deaf"] = false });

        var state = await client.ReceiveAsync("VOICE_STATE_UPDATE");
        state.Text("channel_id").ShouldBe($"{lounge}");
        state.GetProperty("self_mute").GetBoolean().ShouldBeTrue();
        (await client.ReceiveAsync("VOICE_SERVER_UPDATE")).GetProperty("endpoint").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await client.SendAsync(4, new JsonObject { ["guild_id"] = $"{fixture.Guild}", ["channel_id"] = null, ["self_mute"] = false, ["self_deaf"] = false });
        (await client.ReceiveAsync("VOICE_STATE_UPDATE")).GetProperty("channel_id").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    private static JsonObject Request(GatewayFixture fixture, string query, int limit, string? nonce = null)
    {
        var request = new JsonObject { ["guild_id"] = $"{fixture.Guild}", ["query"] = query, ["limit"] = limit };
        if (nonce is not null)
        {
            request["nonce"] = nonce;
        }

        return request;
    }
}
