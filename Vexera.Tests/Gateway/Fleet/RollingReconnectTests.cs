using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Shards;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Traffic;
using Vexera.Tests.Sandbox.Gateway;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

public sealed partial class RollingReconnectTests
{
    private const int Shards = 8;

    [Fact]
    public async Task TryReconnect_AllShardsWhileEventsFlow_LosesAndDoublesNone()
    {
        await using var sandbox = await StartSandboxAsync();
        await using var bot = await SandboxBot.StartAsync(sandbox, Shards, Shards);
        await bot.PassUntilAsync(() => bot.IsReady);
        var traffic = sandbox.Sandbox.Services.GetRequiredService<TrafficGenerator>();
        await traffic.StartAsync(new TrafficPlan { EventsPerSecond = 0, Size = 300 });
        var numbers = new Numbers(bot.Sink);
        await numbers.ReadUntilAsync(() => numbers.Seen > 1_000);

        var report = await bot.Fleet.TryReconnect([.. Enumerable.Range(0, Shards)])!
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await traffic.StopAsync();
        await numbers.ReadUntilAsync(() => numbers.Seen == traffic.LastMessage);
        numbers.ReadRest();

        report.Resumed.ShouldBe(Enumerable.Range(0, Shards));
        numbers.Doubled.ShouldBe(0);
        sandbox.Stats["resumes"].ShouldBe(Shards);
        bot.Identifies.ShouldBe(Shards);
        bot.Resumes.ShouldBe(Shards);
        bot.Fleet.Reconnecting.ShouldBeNull();
        bot.Fleet.Shards.ShouldAllBe(shard => !shard.IsFlapping);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task TryReconnect_OneIsAtWork_IsRefusedAndTellsHowFarItIs()
    {
        await using var sandbox = await StartSandboxAsync();
        await using var bot = await SandboxBot.StartAsync(sandbox, Shards, Shards, new() { ["Gateway:HelloTimeout"] = "00:02:00" });
        await bot.PassUntilAsync(() => bot.IsReady);
        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.NoHello));

        var running = bot.Fleet.TryReconnect([0, 1])!;
        await Eventually.UntilAsync(() => bot.Fleet.Shards.Count(shard => shard.State != ShardState.Ready) == 2);

        bot.Fleet.TryReconnect([3]).ShouldBeNull();
        bot.Fleet.Reconnecting.ShouldBe(new ReconnectProgress(0, 2));
        await bot.Fleet.StopAsync(TestContext.Current.CancellationToken);
        var report = await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        report.Untouched.ShouldBe([0, 1]);
        report.Missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task TryReconnect_SessionEndedByDiscord_SaysThatItIdentified()
    {
        await using var sandbox = await StartSandboxAsync();
        await using var bot = await SandboxBot.StartAsync(sandbox, Shards, Shards);
        await bot.PassUntilAsync(() => bot.IsReady);
        sandbox.Faults.Add(new GatewayFault(GatewayFaultKind.InvalidateOnResume) { Shards = [2] });

        var running = bot.Fleet.TryReconnect([1, 2, 99])!;
        await bot.PassUntilAsync(() => running.IsCompleted);

        var report = await running;
        report.Resumed.ShouldBe([1]);
        report.Identified.ShouldBe([2]);
        report.Skipped.ShouldBe([99]);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task TryReconnect_ShardDoesNotComeBack_TouchesNoOther()
    {
        using var script = new FleetScript();
        script.Answer(Shards, Shards);
        await script.Fleet.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < Shards; i++)
            await script.ReadyAsync();

        var running = script.Fleet.TryReconnect([.. Enumerable.Range(0, Shards)])!;
        await Eventually.UntilAsync(() => script.Fleet.Shards.Count(shard => shard.State == ShardState.BackingOff) == 4);
        await Eventually.UntilAsync(() =>
        {
            script.Time.Advance(TimeSpan.FromSeconds(1));
            return running.IsCompleted;
        });

        var report = await running;
        report.Missing.ShouldBe([0, 1, 2, 3]);
        report.Untouched.ShouldBe([4, 5, 6, 7]);
        script.Fleet.Shards.Count(shard => shard.State == ShardState.Ready).ShouldBe(4);
        script.Log.Lines.ShouldContain(line => line.EventId == 1018 && line.Text.Contains("0-3"));
    }

    [Fact]
    public async Task TryReconnect_ShardNotReady_LeavesItAlone()
    {
        using var script = new FleetScript();
        script.Answer(2, 2);
        await script.Fleet.StartAsync(TestContext.Current.CancellationToken);
        await script.Connector.IgnoreAsync();
        var (ready, transport) = await script.ReadyAsync();

        var running = script.Fleet.TryReconnect([1 - ready])!;

        (await running).Skipped.ShouldBe([1 - ready]);
        transport.IsDisposed.ShouldBeFalse();
    }

    private static Task<GatewayFixture> StartSandboxAsync() => GatewayFixture.StartAsync(options => options with
    {
        Guilds = 40,
        Shards = Shards,
        MaxConcurrency = Shards,
        Gateway = options.Gateway with { HeartbeatInterval = TimeSpan.FromHours(10) },
    });

    /// <summary>Keeps count of the numbered messages.</summary>
    private sealed partial class Numbers(RecordingSink sink)
    {
        private readonly HashSet<int> _seen = [];

        /// <summary>How many different numbers came.</summary>
        public int Seen => _seen.Count;

        /// <summary>How many came again.</summary>
        public int Doubled { get; private set; }

        public async Task ReadUntilAsync(Func<bool> enough)
        {
            while (!enough())
                Note(await sink.NextAsync());
        }

        public void ReadRest()
        {
            while (sink.TryNext() is { } next)
                Note(next);
        }

        private void Note(RecordingSink.Received received)
        {
            if (received.Name != "MESSAGE_CREATE")
                return;
            if (!_seen.Add(int.Parse(Number().Match(received.Data).Groups[1].ValueSpan, CultureInfo.InvariantCulture)))
                Doubled++;
        }

        [GeneratedRegex("traffic ([0-9]+) ")]
        private static partial Regex Number();
    }
}
