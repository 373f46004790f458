using System.Text.Json.Nodes;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Gateway;

public sealed class IdentifyTests
{
    [Fact]
    public async Task Identify_Bot_GetsReadyThenItsGuilds()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.IdentifyAsync(fixture.Bot, shard: [0, 1]);

        var ready = await client.ReceiveAsync();
        ready.Name().ShouldBe("READY");
        ready.GetProperty("s").GetInt64().ShouldBe(1);
        var data = ready.Data();
        data.GetProperty("v").GetInt32().ShouldBe(10);
        data.GetProperty("user").Text("id").ShouldBe($"{DemoWorld.BotId}");
        data.GetProperty("user").GetProperty("bot").GetBoolean().ShouldBeTrue();
        data.GetProperty("application").Text("id").ShouldBe($"{DemoWorld.BotId}");
        data.GetProperty("application").GetProperty("flags").GetInt32().ShouldBeGreaterThan(0);
        data.GetProperty("shard").EnumerateArray().Select(part => part.GetInt32()).ShouldBe([0, 1]);
        data.Text("session_id").Length.ShouldBe(32);
        data.Text("resume_gateway_url").ShouldStartWith($"ws://{fixture.Sandbox.Address.Authority}/");
        var guilds = data.GetProperty("guilds").EnumerateArray().ToArray();
        guilds.ShouldAllBe(guild => guild.GetProperty("unavailable").GetBoolean());
        foreach (var guild in guilds)
        {
            var created = await client.ReceiveAsync();
            created.Name().ShouldBe("GUILD_CREATE");
            created.Data().Text("id").ShouldBe(guild.Text("id"));
            created.Data().GetProperty("unavailable").GetBoolean().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Identify_Person_SeesTheirGuildsToo()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.SendAsync(2, new JsonObject { ["token"] = fixture.World.Users.TokenOf(fixture.Member.Id), ["properties"] = new JsonObject() });

        var ready = await client.ReceiveAsync("READY");
        ready.TryGetProperty("application", out _).ShouldBeFalse();
        (await client.ReceiveAsync("GUILD_CREATE")).Text("name").ShouldBe("Harbour");
    }

    [Theory]
    [InlineData("{\"token\":\"wrong\",\"properties\":{},\"intents\":0}", 4004, "bad-token")]
    [InlineData("{\"token\":\"TOKEN\",\"properties\":{},\"intents\":0,\"shard\":[1,1]}", 4010, "invalid-shard")]
    [InlineData("{\"token\":\"TOKEN\",\"properties\":{},\"intents\":0,\"shard\":[0]}", 4010, "invalid-shard")]
    [InlineData("{\"token\":\"TOKEN\",\"properties\":{},\"intents\":0,\"shard\":[-1,2]}", 4010, "invalid-shard")]
    [InlineData("{\"token\":\"TOKEN\",\"properties\":{}}", 4013, "invalid-intents")]
    [InlineData("{\"token\":\"TOKEN\",\"properties\":{},\"intents\":131072}", 4013, "invalid-intents")]
    [InlineData("{\"token\":\"TOKEN\",\"properties\":{},\"intents\":\"1\"}", 4013, "invalid-intents")]
    [InlineData("{\"properties\":{},\"intents\":0}", 4002, "decode-error")]
    [InlineData("{\"token\":\"TOKEN\",\"intents\":0}", 4002, "decode-error")]
    [InlineData("{\"token\":\"TOKEN\",\"properties\":{},\"intents\":0,\"large_threshold\":10}", 4002, "decode-error")]
    [InlineData("[]", 4002, "decode-error")]
    public async Task Identify_Wrong_ClosesWithItsCode(string payload, int code, string rule)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.SendRawAsync($"{{\"op\":2,\"d\":{payload.Replace("TOKEN", fixture.Bot, StringComparison.Ordinal)}}}");

        (await client.ReceiveCloseAsync()).ShouldBe(code);
        fixture.ViolatedRules.ShouldBe([rule]);
    }

    [Theory]
    [InlineData(Intents.GuildMembers, 1 << 15)]
    [InlineData(Intents.GuildPresences, 1 << 12)]
    [InlineData(Intents.MessageContent, 1 << 19)]
    public async Task Identify_PrivilegedIntent_NeedsTheGrant(int intent, int flag)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        fixture.World.Users.Change(DemoWorld.BotId, application => application with { Flags = ApplicationFlags.None });

        await using var refused = await fixture.GreetedAsync();
        await refused.IdentifyAsync(fixture.Bot, intent);
        (await refused.ReceiveCloseAsync()).ShouldBe(4014);

        fixture.World.Users.Change(DemoWorld.BotId, application => application with { Flags = (ApplicationFlags)flag });
        await using var granted = await fixture.GreetedAsync();
        await granted.IdentifyAsync(fixture.Bot, intent);
        (await granted.ReceiveAsync()).Name().ShouldBe("READY");
    }

    [Fact]
    public async Task Identify_Twice_Closes4005()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await client.IdentifyAsync(fixture.Bot);

        (await client.ReceiveCloseAsync()).ShouldBe(4005);
    }

    [Fact]
    public async Task Identify_TooManyGuildsForOneShard_Closes4011()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Gateway = options.Gateway with { MostGuildsPerSession = 1 } });
        await using var client = await fixture.GreetedAsync();

        await client.IdentifyAsync(fixture.Bot);

        (await client.ReceiveCloseAsync()).ShouldBe(4011);
    }

    [Fact]
    public async Task Identify_SameBucketWithinFiveSeconds_IsRefusedAndCounted()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Shards = 4, MaxConcurrency = 2 });
        await using var first = await fixture.GreetedAsync();
        await first.IdentifyAsync(fixture.Bot, shard: [0, 4]);
        await first.ReceiveAsync("READY");
        await using var otherBucket = await fixture.GreetedAsync();
        await otherBucket.IdentifyAsync(fixture.Bot, shard: [1, 4]);
        await otherBucket.ReceiveAsync("READY");

        fixture.Clock.Advance(TimeSpan.FromSeconds(4));
        await using var early = await fixture.GreetedAsync();
        await early.IdentifyAsync(fixture.Bot, shard: [2, 4]);

        var answer = await early.ReceiveAsync();
        answer.GetProperty("op").GetInt32().ShouldBe(9);
        answer.Data().GetBoolean().ShouldBeFalse();
        fixture.ViolatedRules.ShouldBe(["identify-rate"]);

        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await early.IdentifyAsync(fixture.Bot, shard: [2, 4]);
        (await early.ReceiveAsync()).Name().ShouldBe("READY");
        fixture.ViolatedRules.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Identify_BudgetUsedUp_Closes4004UntilItIsReset()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Gateway = options.Gateway with { SessionStartTotal = 1 } });
        await using var first = await fixture.ReadyAsync();
        fixture.Clock.Advance(TimeSpan.FromSeconds(5));
        await using var second = await fixture.GreetedAsync();

        await second.IdentifyAsync(fixture.Bot);

        (await second.ReceiveCloseAsync()).ShouldBe(4004);
        fixture.ViolatedRules.ShouldBe(["session-budget"]);
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        await using var nextDay = await fixture.ReadyAsync();
        nextDay.SessionId.ShouldNotBe(first.SessionId);
    }

    [Fact]
    public async Task Identify_LargeBot_NeedsAMultipleOfTheAssignedShards()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Guilds = 150_000, Shards = 144 });
        await using var client = await fixture.GreetedAsync();

        await client.IdentifyAsync(fixture.Bot, shard: [0, 100]);

        (await client.ReceiveCloseAsync()).ShouldBe(4010);
    }

    [Fact]
    public async Task Identify_WithCompress_SendsLargePayloadsCompressed()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();
        for (var number = 0; number < 30; number++)
        {
            fixture.World.Channels.Create(fixture.Guild, ChannelType.Text, $"channel-{number}", new Actor(fixture.Owner.Id));
        }

        await client.IdentifyAsync(fixture.Bot, more: identify => identify["compress"] = true);

        (await client.ReceiveAsync("GUILD_CREATE")).GetProperty("channels").GetArrayLength().ShouldBe(37);
        client.LastType.ShouldBe(System.Net.WebSockets.WebSocketMessageType.Binary);
    }
}
