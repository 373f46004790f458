using System.Net;
using System.Text.Json;
using Vexera.Sandbox.World.Demo;
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
}
