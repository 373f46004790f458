using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Gateway;
using Vexera.Core.Shards;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Tests.Sandbox.Gateway;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>The gateway against the sandbox, over real sockets.</summary>
public sealed class SandboxFleetTests
{
    public static TheoryData<GatewayCompression> Compressions => [.. Enum.GetValues<GatewayCompression>()];

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task Connection_DroppedAgainAndAgain_LosesAndDoublesNothing(GatewayCompression compression)
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await StartAsync(sandbox, compression);
        await bot.ReadyAsync();

        for (var round = 0; round < 4; round++)
        {
            await bot.HearsAsync($"before {round} {new string('ü', 1500)}");
            bot.Connection.Drop();
            sandbox.Say($"meanwhile {round}");
            (await bot.ReceiveAsync("MESSAGE_CREATE")).GetProperty("content").GetString().ShouldBe($"meanwhile {round}");
        }

        bot.Probe.Total(bot.Probe.Metrics.Identifies).ShouldBe(1);
        bot.Probe.Total(bot.Probe.Metrics.Resumes).ShouldBeGreaterThanOrEqualTo(4);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task Connection_FrameTruncated_ResumesAndLosesNoLaterEvent(GatewayCompression compression)
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await StartAsync(sandbox, compression);
        await bot.ReadyAsync();

        bot.Connection.Post(new OutboundFrame.Truncated(Encoding.UTF8.GetBytes($$"""{"op":11,"d":"{{new string('x', 300)}}"}""")));
        sandbox.Say("after");

        (await bot.ReceiveAsync("MESSAGE_CREATE")).GetProperty("content").GetString().ShouldBe("after");
        bot.Probe.Total(bot.Probe.Metrics.BadFrames).ShouldBeGreaterThanOrEqualTo(1);
        bot.Probe.Total(bot.Probe.Metrics.Resumes).ShouldBe(1);
        bot.Probe.Total(bot.Probe.Metrics.Identifies).ShouldBe(1);
    }

    [Theory]
    [InlineData(GatewayCompression.ZlibStream)]
    [InlineData(GatewayCompression.ZstdStream)]
    public async Task Connection_GarbageInTheStream_Resumes(GatewayCompression compression)
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await StartAsync(sandbox, compression);
        await bot.ReadyAsync();

        bot.Connection.Post(new OutboundFrame.Raw(Enumerable.Repeat((byte)0xEE, 500).ToArray(), Binary: true));
        await bot.HearsAsync("after");

        bot.Probe.Total(bot.Probe.Metrics.Resumes).ShouldBe(1);
        bot.Probe.Total(bot.Probe.Metrics.Identifies).ShouldBe(1);
    }

    [Fact]
    public async Task Connection_MalformedFrames_GoesOn()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await StartAsync(sandbox);
        await bot.ReadyAsync();

        foreach (var frame in new[] { "null", """{"op":"x"}""", """{"op":77}""", """{"op":0,"t":5,"s":1}""", "\"text\"" })
            bot.Connection.Post(new OutboundFrame.Raw(Encoding.UTF8.GetBytes(frame), Binary: false));

        await bot.HearsAsync("after");
        bot.Probe.Total(bot.Probe.Metrics.BadFrames).ShouldBe(5);
        bot.Probe.Total(bot.Probe.Metrics.Resumes).ShouldBe(0);
    }

    [Fact]
    public async Task Connection_OversizedFrame_Resumes()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await StartAsync(sandbox, settings: new() { ["Gateway:FrameBytesMax"] = "65536" });
        await bot.ReadyAsync();

        bot.Connection.Post(new OutboundFrame.Raw(new byte[70_000], Binary: false));

        await bot.HearsAsync("after");
        bot.Probe.Total(bot.Probe.Metrics.Resumes).ShouldBe(1);
    }

    [Fact]
    public async Task Opcode7_Always_Resumes()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await StartAsync(sandbox);
        await bot.ReadyAsync();

        bot.Connection.Post(ServerFrames.Reconnect);
        await bot.ReceiveAsync("RESUMED");

        bot.Connection.Origin.ByResumeUrl.ShouldBeTrue();
        await bot.HearsAsync("after");
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Opcode9_Resumable_Resumes()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await StartAsync(sandbox);
        await bot.ReadyAsync();

        bot.Connection.Post(ServerFrames.InvalidSession(resumable: true));

        await bot.ReceiveAsync("RESUMED");
        bot.Probe.Total(bot.Probe.Metrics.Identifies).ShouldBe(1);
    }

    [Fact]
    public async Task Opcode9_NotResumable_IdentifiesWithinTheRate()
    {
        await using var sandbox = await GatewayFixture.StartAsync(Patient);
        await using var bot = await StartAsync(sandbox);
        await bot.ReadyAsync();

        bot.Connection.Post(ServerFrames.InvalidSession(resumable: false));
        await bot.PassUntilAsync(() => bot.Probe.Total(bot.Probe.Metrics.Identifies) == 2);

        await bot.ReadyAsync();
        await bot.HearsAsync("after");
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Heartbeats_NotAcknowledged_LeavesAndResumes()
    {
        await using var sandbox = await GatewayFixture.StartAsync(Quick);
        await using var bot = await StartAsync(sandbox);
        await bot.ReadyAsync();

        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.WithholdAcks));
        await bot.ReceiveAsync("RESUMED");
        sandbox.Faults.Clear();

        await bot.HearsAsync("after");
        bot.Probe.Total(bot.Probe.Metrics.Identifies).ShouldBe(1);
    }

    [Fact]
    public async Task Heartbeats_Acknowledged_TellTheLatency()
    {
        await using var sandbox = await GatewayFixture.StartAsync(Quick);
        await using var bot = await StartAsync(sandbox);
        await bot.ReadyAsync();

        await Eventually.UntilAsync(() => bot.Shard is { Latency: not null, State: ShardState.Ready });
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    public async Task Identify_FatalClose_StopsTheHost(int code)
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.CloseOnIdentify) { Code = code });
        await using var bot = await StartAsync(sandbox);

        var failure = await bot.Failure.Raised.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        failure.ShouldBeOfType<FatalGatewayException>().CloseCode.ShouldBe(code);
        await Eventually.UntilAsync(() => bot.HostWasStopped);
    }

    [Fact]
    public async Task Identify_MessageContentRefused_GoesOnWithoutIt()
    {
        await using var sandbox = await GatewayFixture.StartAsync(Patient);
        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.CloseOnIdentify) { Code = 4014, Count = 2 });
        await using var bot = await StartAsync(sandbox);

        await bot.PassUntilAsync(() => bot.Fleet.Shards is [{ State: ShardState.Ready }]);

        bot.Fleet.RefusedIntents.ShouldBe(Vexera.Core.Discord.GatewayIntents.MessageContent);
        await bot.ReadyAsync();
        sandbox.Say("secret");
        (await bot.ReceiveAsync("MESSAGE_CREATE")).GetProperty("content").GetString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Resume_AddressDead_TakesTheMainAddress()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using var bot = await StartAsync(sandbox);
        await bot.ReadyAsync();

        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.DeadResumeUrl));
        bot.Connection.Drop();
        await bot.ReceiveAsync("RESUMED");

        bot.Connection.Origin.ByResumeUrl.ShouldBeFalse();
        bot.Probe.Total(bot.Probe.Metrics.Identifies).ShouldBe(1);
    }

    [Fact]
    public async Task Resume_SessionGone_Identifies()
    {
        await using var sandbox = await GatewayFixture.StartAsync(Patient);
        await using var bot = await StartAsync(sandbox);
        await bot.ReadyAsync();

        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.InvalidateOnResume) { Count = 1 });
        bot.Connection.Drop();
        await bot.PassUntilAsync(() => bot.Probe.Total(bot.Probe.Metrics.Identifies) == 2);

        await bot.ReadyAsync();
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(GatewayFaultKind.NoHello))]
    [InlineData(nameof(GatewayFaultKind.RefuseUpgrade))]
    public async Task Connect_DiscordMisbehavesAtFirst_TriesOn(string kind)
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        sandbox.Faults.Add(new GatewayFault(Enum.Parse<GatewayFaultKind>(kind)) { Count = 2, Code = 503 });

        await using var bot = await StartAsync(sandbox, settings: kind == "NoHello" ? new() { ["Gateway:HelloTimeout"] = "00:00:01" } : null);

        await bot.ReadyAsync();
        bot.Shard.Reason.ShouldNotBeNull().ShouldContain(kind == "NoHello" ? "HELLO" : "503");
    }

    [Fact]
    public async Task Identify_ReadyNeverComes_TriesOnWithinTheRate()
    {
        await using var sandbox = await GatewayFixture.StartAsync(Patient);
        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.NoReady) { Count = 1 });
        await using var bot = await StartAsync(sandbox, settings: new() { ["Gateway:ReadyTimeout"] = "00:00:01" });

        await bot.PassUntilAsync(() => bot.Fleet.Shards is [{ State: ShardState.Ready }]);

        await bot.ReadyAsync();
        bot.Probe.Total(bot.Probe.Metrics.Identifies).ShouldBeGreaterThan(1);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fleet_EightShards_IdentifiesWithinTheRateAndSharesTheGuilds()
    {
        await using var sandbox = await GatewayFixture.StartAsync(options => Patient(options) with { Shards = 8, MaxConcurrency = 4 });
        await using var bot = await SandboxBot.StartAsync(sandbox, shards: 8, maxConcurrency: 4);

        await bot.PassUntilAsync(() => bot.Fleet.Shards is { Count: 8 } shards && shards.All(shard => shard.State == ShardState.Ready));

        var received = new List<RecordingSink.Received>();
        while (received.Count < 10)
            received.Add(await bot.Sink.NextAsync());
        received.Where(one => one.Name == "READY").Select(one => one.ShardId).Order().ShouldBe(Enumerable.Range(0, 8));
        var home = new Vexera.Core.Discord.Snowflake(sandbox.Guild).ShardOf(8);
        received.ShouldContain(one => one.Name == "GUILD_CREATE" && one.ShardId == home);
        bot.Probe.Total(bot.Probe.Metrics.Identifies).ShouldBe(8);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stop_Ready_LeavesTheSessionAlive()
    {
        await using var sandbox = await GatewayFixture.StartAsync();
        await using (var bot = await StartAsync(sandbox))
            await bot.ReadyAsync();

        var session = sandbox.Sandbox.Services.GetRequiredService<SessionDirectory>().All.ShouldHaveSingleItem();
        await Eventually.UntilAsync(() => !session.IsAttached);
        sandbox.Sandbox.Services.GetRequiredService<SessionDirectory>().Find(session.Id).ShouldNotBeNull();
    }

    // For tests that let the sandbox's clock run ahead of the bot's.
    private static Vexera.Sandbox.SandboxOptions Patient(Vexera.Sandbox.SandboxOptions options) =>
        options with { Gateway = options.Gateway with { HeartbeatInterval = TimeSpan.FromHours(10) } };

    private static Vexera.Sandbox.SandboxOptions Quick(Vexera.Sandbox.SandboxOptions options) =>
        options with { Gateway = options.Gateway with { HeartbeatInterval = TimeSpan.FromMilliseconds(300) } };

    private static Task<SandboxBot> StartAsync(
        GatewayFixture sandbox, GatewayCompression compression = GatewayCompression.None, Dictionary<string, string?>? settings = null)
    {
        settings ??= [];
        settings["Gateway:Compression"] = compression.ToString();
        return SandboxBot.StartAsync(sandbox, settings: settings);
    }
}
