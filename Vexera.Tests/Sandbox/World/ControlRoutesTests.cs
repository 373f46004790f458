using System.Net;
using System.Text.Json;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Sandbox.World;

public sealed class ControlRoutesTests
{
    [Fact]
    public async Task Guilds_CreatedWithTheBot_AreToldToIt()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var bot = await fixture.ReadyAsync();

        var guild = await fixture.HttpAsync(HttpMethod.Post, "/sandbox/guilds", """{"name":"Lighthouse","bot":true}""");

        (await bot.ReceiveAsync("GUILD_CREATE")).Text("id").ShouldBe(guild.Text("id"));
        fixture.World.Guilds.Get(ulong.Parse(guild.Text("id"), null)).Members.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Bot_AddedAndRemoved_ComesAndGoes()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var guild = (await fixture.HttpAsync(HttpMethod.Post, "/sandbox/guilds", """{"name":"Lighthouse"}""")).Text("id");
        await using var bot = await fixture.ReadyAsync();

        await fixture.HttpAsync(HttpMethod.Post, $"/sandbox/guilds/{guild}/bot", "{}");
        await fixture.HttpAsync(HttpMethod.Delete, $"/sandbox/guilds/{guild}/bot");

        (await bot.ReceiveAsync("GUILD_CREATE")).Text("name").ShouldBe("Lighthouse");
        (await bot.ReceiveAsync("GUILD_DELETE")).Text("id").ShouldBe(guild);
    }

    [Fact]
    public async Task Members_RolesAndChannels_CanBeMade()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var guild = $"/sandbox/guilds/{fixture.Guild}";

        var role = await fixture.HttpAsync(HttpMethod.Post, $"{guild}/roles", """{"name":"Sailor","permissions":"8"}""");
        var member = await fixture.HttpAsync(HttpMethod.Post, $"{guild}/members", """{"name":"newbie"}""");
        await fixture.HttpAsync(HttpMethod.Put, $"{guild}/members/{member.Text("id")}/roles/{role.Text("id")}");
        var channel = await fixture.HttpAsync(HttpMethod.Post, $"{guild}/channels", """{"name":"deck","type":2}""");

        role.Text("permissions").ShouldBe("8");
        channel.GetProperty("type").GetInt32().ShouldBe(2);
        var kept = fixture.World.Members.Get(fixture.Guild, ulong.Parse(member.Text("id"), null));
        kept.Roles.ShouldBe([ulong.Parse(role.Text("id"), null)]);
        fixture.World.Users.Authenticate(member.Text("token"))!.Username.ShouldBe("newbie");
    }

    [Fact]
    public async Task Members_SeveralAtOnce_JoinAsOneEach()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var guild = $"/sandbox/guilds/{fixture.Guild}";
        var before = fixture.World.Guilds.Get(fixture.Guild).Members.Count;

        var answer = await fixture.HttpAsync(HttpMethod.Post, $"{guild}/members", """{"name":"raider","count":25}""");

        answer.GetProperty("count").GetInt32().ShouldBe(25);
        var members = fixture.World.Guilds.Get(fixture.Guild).Members;
        members.Count.ShouldBe(before + 25);
        members.Values.Count(member => member.User.Username == "raider").ShouldBe(25);
    }

    [Fact]
    public async Task Clock_Manual_Moves()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var before = fixture.Clock.GetUtcNow();

        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/clock", """{"milliseconds":90000}""");

        (fixture.Clock.GetUtcNow() - before).ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Clock_Real_CannotBeMoved()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { AdvanceClock = null });

        (await fixture.StatusAsync(HttpMethod.Post, "/sandbox/clock", """{"milliseconds":1}""")).ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Application_IntentRefused_ClosesIdentify()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/application", """{"messageContent":false}""");
        await using var client = await fixture.GreetedAsync();

        await client.IdentifyAsync(fixture.Bot, Intents.MessageContent);

        (await client.ReceiveCloseAsync()).ShouldBe(4014);
    }

    [Theory]
    [InlineData("/sandbox/guilds/1/bot", HttpStatusCode.NotFound)]
    [InlineData("/sandbox/guilds/x/bot", HttpStatusCode.BadRequest)]
    public async Task Route_WrongGuild_IsRefused(string path, HttpStatusCode status)
    {
        await using var fixture = await GatewayFixture.StartAsync();

        (await fixture.StatusAsync(HttpMethod.Post, path, "{}")).ShouldBe(status);
    }

    [Fact]
    public async Task Stats_Always_TellWhatHappened()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var bot = await fixture.ReadyAsync();
        fixture.Say("counted");
        await bot.ReceiveAsync("MESSAGE_CREATE");
        await bot.SendAsync(1, 10_000);
        await bot.ReceiveAsync(11);

        var stats = await fixture.HttpAsync(HttpMethod.Get, "/sandbox/stats");

        stats.GetProperty("guilds").GetInt32().ShouldBe(2);
        stats.GetProperty("connections").GetProperty("open").GetInt32().ShouldBe(1);
        stats.GetProperty("sessions").GetProperty("attached").GetInt32().ShouldBe(1);
        stats.GetProperty("identifies").GetProperty("windows").EnumerateArray().Single().GetProperty("count").GetInt32().ShouldBe(1);
        stats.GetProperty("events").GetProperty("MESSAGE_CREATE").GetInt32().ShouldBe(1);
        stats.GetProperty("events").GetProperty("GUILD_CREATE").GetInt32().ShouldBe(2);
        var violations = stats.GetProperty("violations");
        violations.GetProperty("count").GetInt32().ShouldBe(1);
        violations.GetProperty("list")[0].Text("rule").ShouldBe("heartbeat-seq");
        violations.GetProperty("list")[0].Text("where").ShouldContain(bot.SessionId);
        var cleared = await fixture.HttpAsync(HttpMethod.Delete, "/sandbox/stats");
        cleared.GetProperty("violations").GetProperty("count").GetInt32().ShouldBe(0);
        cleared.GetProperty("connections").GetProperty("open").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Tokens_Always_OpenWhatTheySay()
    {
        await using var fixture = await GatewayFixture.StartAsync();

        var tokens = await fixture.HttpAsync(HttpMethod.Get, "/sandbox/tokens");

        tokens.GetProperty("bot").Text("id").ShouldBe($"{DemoWorld.BotId}");
        fixture.World.Users.Authenticate($"Bot {tokens.GetProperty("bot").Text("token")}")!.Bot.ShouldBeTrue();
        foreach (JsonElement member in tokens.GetProperty("members").EnumerateArray())
        {
            fixture.World.Users.Authenticate(member.Text("token"))!.Username.ShouldBe(member.Text("name"));
            fixture.World.Users.Authenticate($"Bot {member.Text("token")}").ShouldBeNull();
        }
    }

    [Fact]
    public async Task Said_AfterANumber_TellsWhatTheBotSaidSince()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var bot = fixture.World.Users.Get(DemoWorld.BotId);
        var channel = fixture.World.Guilds.Get(fixture.Guild).ChannelsInOrder.First(channel => channel.Type == ChannelType.Text).Id;
        (await fixture.HttpAsync(HttpMethod.Get, "/sandbox/said")).GetProperty("messages").GetArrayLength().ShouldBe(0);
        fixture.World.Messages.Create(channel, bot, new MessageDraft { Content = "one" });
        var second = fixture.World.Messages.Create(channel, bot, new MessageDraft { Content = "two" });

        var said = (await fixture.HttpAsync(HttpMethod.Get, "/sandbox/said?after=1")).GetProperty("messages").EnumerateArray().ShouldHaveSingleItem();

        (said.GetProperty("number").GetInt64(), said.Text("content"), said.Text("id")).ShouldBe((2, "two", $"{second.Id}"));
    }

    [Fact]
    public async Task GuildsShown_DuringAnOutage_AreAllThereAsTheyAre()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Guilds = 20 });
        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/faults", $$"""{"kind":"outage","guilds":["{{fixture.Guild}}"]}""");
        using var http = new HttpClient { BaseAddress = fixture.Sandbox.Address };

        var lines = (await http.GetStringAsync(new Uri("/sandbox/guilds", UriKind.Relative), TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        lines.Count.ShouldBe(20);
        var unavailable = lines.Where(line => !line.GetProperty("available").GetBoolean()).ShouldHaveSingleItem();
        unavailable.GetProperty("guild").Text("id").ShouldBe($"{fixture.Guild}");
        unavailable.GetProperty("guild").GetProperty("channels").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task FaultsOfNames_Deleted_LeaveTheOthers()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/faults", """{"kind":"dns","answer":"refused"}""");
        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/faults", """{"kind":"no-hello"}""");

        var left = await fixture.HttpAsync(HttpMethod.Delete, "/sandbox/faults/dns");

        left.GetProperty("dns").GetArrayLength().ShouldBe(0);
        left.GetProperty("gateway").GetArrayLength().ShouldBe(1);
    }
}
