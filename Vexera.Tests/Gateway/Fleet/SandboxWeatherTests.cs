using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Shards;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Sandbox.Gateway;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>
/// Bad weather over real sockets. What must not happen, whatever the weather: an identify above the rate, an event lost or
/// doubled, an identify where a RESUME would have done.
/// </summary>
public sealed class SandboxWeatherTests
{
    [Fact]
    public async Task Network_ResetsAndThenRefuses_ResumesWhenItIsBack()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var relay = new Relay(sandbox.Sandbox.Address);
        await using var bot = await SandboxBot.StartAsync(sandbox, gateway: relay.Address);
        await bot.ReadyAsync();

        relay.Refuse();
        relay.Reset();
        sandbox.Say("meanwhile");
        await Eventually.UntilAsync(() => bot.Shard.State == ShardState.BackingOff && Lost(bot) >= 3);
        relay.Listen();

        await HearsAsync(bot, "meanwhile");
        await bot.HearsAsync("after");
        bot.Identifies.ShouldBe(1);
        bot.Resumes.ShouldBe(1);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Network_ResetsEveryNewConnection_ResumesWhenItStops()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var relay = new Relay(sandbox.Sandbox.Address);
        await using var bot = await SandboxBot.StartAsync(sandbox, gateway: relay.Address);
        await bot.ReadyAsync();
        var before = relay.Accepted;

        relay.ResetsNewOnes = true;
        relay.Reset();
        sandbox.Say("meanwhile");
        await Eventually.UntilAsync(() => relay.Accepted >= before + 3);
        relay.ResetsNewOnes = false;

        await HearsAsync(bot, "meanwhile");
        bot.Identifies.ShouldBe(1);
        bot.Resumes.ShouldBe(1);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Network_SwallowsEverything_IsNoticedByHeartbeatsAndResumed()
    {
        await using var sandbox = await GatewayFixture.StartAsync(Quick);
        await using var relay = new Relay(sandbox.Sandbox.Address);
        await using var bot = await SandboxBot.StartAsync(
            sandbox, gateway: relay.Address, settings: new() { ["Gateway:ConnectTimeout"] = "00:00:01" });
        await bot.ReadyAsync();

        relay.IsBlackHole = true;
        sandbox.Say("meanwhile");
        await Eventually.UntilAsync(() => Lost(bot) >= 2);
        bot.Log.Lines.ShouldContain(line => line.Text.Contains("no connection within 1 s"));
        relay.IsBlackHole = false;

        await HearsAsync(bot, "meanwhile");
        bot.Log.Lines.ShouldContain(line => line.Text.Contains("the last heartbeat was not acknowledged"));
        bot.Identifies.ShouldBe(1);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Opcode7_ToAllShardsAtOnce_ResumesEachAndIdentifiesNone()
    {
        await using var sandbox = await GatewayFixture.StartAsync(options => Patient(options) with { Shards = 8, MaxConcurrency = 8 });
        await using var bot = await SandboxBot.StartAsync(sandbox, shards: 8, maxConcurrency: 8);
        await bot.PassUntilAsync(() => bot.IsReady);

        foreach (var connection in sandbox.Sandbox.Services.GetRequiredService<ConnectionDirectory>().Of(null))
            connection.Post(ServerFrames.Reconnect);
        sandbox.Say("meanwhile");

        await Eventually.UntilAsync(() => bot.Resumes == 8 && bot.IsReady);
        await HearsAsync(bot, "meanwhile");
        bot.Identifies.ShouldBe(8);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1000, 2)]
    [InlineData(1001, 1)]
    [InlineData(4000, 1)]
    [InlineData(4001, 1)]
    [InlineData(4002, 1)]
    [InlineData(4003, 2)]
    [InlineData(4005, 1)]
    [InlineData(4007, 2)]
    [InlineData(4008, 1)]
    [InlineData(4009, 2)]
    [InlineData(4321, 1)]
    public async Task Close_AnyCodeThatIsNotFatal_ResumesWhereItCanAndIdentifiesWithinTheRate(int code, int identifies)
    {
        await using var sandbox = await GatewayFixture.StartAsync(Patient);
        await using var bot = await SandboxBot.StartAsync(sandbox);
        await bot.ReadyAsync();
        var lost = Lost(bot);

        bot.Connection.Close((GatewayClose)code, "");
        await Eventually.UntilAsync(() => Lost(bot) == lost + 1);
        await bot.PassUntilAsync(() => bot.IsReady);

        await HearsAsync(bot, sandbox.Say("after").Content);
        bot.Identifies.ShouldBe(identifies);
        Lost(bot).ShouldBe(lost + 1);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Budget_SpentBeforeTheStart_WaitsForDiscordToRenewIt()
    {
        await using var sandbox = await GatewayFixture.StartAsync(Patient);
        sandbox.Sandbox.Services.GetRequiredService<Vexera.Sandbox.Gateway.SessionBudget>().Set(DemoWorld.BotId, 0, TimeSpan.FromMinutes(3));
        await using var bot = await SandboxBot.StartAsync(sandbox);

        await Eventually.UntilAsync(() => bot.Fleet.IdentifiesRenewAt is not null && bot.Fleet.Shards[0].Reason is not null);
        bot.Fleet.Shards[0].Reason.ShouldBe("the day's identify budget is nearly used up, until 12:03 UTC");
        bot.Identifies.ShouldBe(0);
        await bot.PassUntilAsync(() => bot.IsReady);

        (sandbox.Clock.GetUtcNow() - sandbox.Clock.Start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(3));
        bot.Identifies.ShouldBe(1);
        bot.Log.Lines.ShouldContain(line => line.EventId == 1006);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gateway_Answers503ToAll_TriesOnWithoutAnIdentifyMore()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await SandboxBot.StartAsync(sandbox);
        await bot.ReadyAsync();
        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.RefuseUpgrade) { Code = 503 });

        bot.Connection.Drop();
        sandbox.Say("meanwhile");
        await Eventually.UntilAsync(() => Lost(bot) >= 4);
        bot.Shard.Reason.ShouldNotBeNull().ShouldContain("503");
        sandbox.Faults.Clear();

        await HearsAsync(bot, "meanwhile");
        bot.Identifies.ShouldBe(1);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gateway_NeverAnswersTheUpgrade_GivesUpOnItAndResumes()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await SandboxBot.StartAsync(sandbox, settings: new() { ["Gateway:ConnectTimeout"] = "00:00:01" });
        await bot.ReadyAsync();
        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.HangUpgrade) { Count = 2 });

        bot.Connection.Drop();
        sandbox.Say("meanwhile");

        await HearsAsync(bot, "meanwhile");
        bot.Log.Lines.Count(line => line.Text.Contains("no connection within 1 s")).ShouldBe(2);
        bot.Identifies.ShouldBe(1);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Processes_WithBucketsOfTheirOwn_KeepTheRateTogether()
    {
        await using var sandbox = await GatewayFixture.StartAsync(options => Patient(options) with { Shards = 8, MaxConcurrency = 4 });
        await using var left = await PartAsync(sandbox, "0-1", shards: 4);
        await using var right = await PartAsync(sandbox, "2-3", shards: 4);

        await left.PassUntilAsync(() => left.IsReady && right.IsReady, right);

        left.Fleet.Shards.Select(shard => shard.Id).ShouldBe([0, 1]);
        right.Fleet.Shards.Select(shard => shard.Id).ShouldBe([2, 3]);
        right.Fleet.ShardCount.ShouldBe(4);
        (left.Identifies + right.Identifies).ShouldBe(4);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Processes_SharingBuckets_GetThroughByTryingAgain()
    {
        await using var sandbox = await GatewayFixture.StartAsync(options => Patient(options) with { Shards = 4, MaxConcurrency = 2 });
        await using var left = await PartAsync(sandbox, "0-1", shards: 4, maxConcurrency: 2);
        await using var right = await PartAsync(sandbox, "2-3", shards: 4, maxConcurrency: 2);

        await left.PassUntilAsync(() => left.IsReady && right.IsReady, right);

        sandbox.ViolatedRules.Distinct().ShouldBeSubsetOf(["identify-rate"]);
        (left.Identifies + right.Identifies).ShouldBeInRange(4, 12);
    }

    private static Task<SandboxBot> PartAsync(GatewayFixture sandbox, string part, int shards, int maxConcurrency = 4) => SandboxBot.StartAsync(
        sandbox, shards, maxConcurrency, new() { ["Gateway:ShardCount"] = $"{shards}", ["Gateway:Shards"] = part });

    private static int Lost(SandboxBot bot) => bot.Log.Lines.Count(line => line.EventId == 1011);

    private static async Task HearsAsync(SandboxBot bot, string text) =>
        (await bot.ReceiveAsync("MESSAGE_CREATE")).GetProperty("content").GetString().ShouldBe(text);

    private static Vexera.Sandbox.SandboxOptions Patient(Vexera.Sandbox.SandboxOptions options) =>
        options with { Gateway = options.Gateway with { HeartbeatInterval = TimeSpan.FromHours(10) } };

    private static Vexera.Sandbox.SandboxOptions Quick(Vexera.Sandbox.SandboxOptions options) =>
        options with { Gateway = options.Gateway with { HeartbeatInterval = TimeSpan.FromMilliseconds(300) } };
}
