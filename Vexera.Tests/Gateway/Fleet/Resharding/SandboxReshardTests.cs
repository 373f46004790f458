using Vexera.Core.Shards;
using Vexera.Tests.Sandbox.Gateway;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

/// <summary>Reshards over real sockets, while numbered messages flow.</summary>
public sealed class SandboxReshardTests
{
    private const int InFlight = 5;

    [Theory]
    [InlineData(2, 3)]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    public async Task Reshard_MessagesFlow_HandsOnEveryNumberOnceInOrder(int before, int after)
    {
        await using var sandbox = await StartAsync();
        await using var bot = await SandboxBot.StartAsync(sandbox, before, maxConcurrency: 4);
        await bot.PassUntilAsync(() => bot.IsReady);
        var numbers = new NumbersProbe(bot.Sink);

        var said = await ReshardAsync(bot, numbers, after, 0);

        numbers.Numbers.ShouldBe(Enumerable.Range(0, said));
        bot.Fleet.ShardCount.ShouldBe(after);
        bot.Identifies.ShouldBe(before + after);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reshard_TwiceInARow_HandsOnEveryNumberOnceInOrder()
    {
        await using var sandbox = await StartAsync();
        await using var bot = await SandboxBot.StartAsync(sandbox, 1, maxConcurrency: 4);
        await bot.PassUntilAsync(() => bot.IsReady);
        var numbers = new NumbersProbe(bot.Sink);

        var said = await ReshardAsync(bot, numbers, 3, 0);
        said = await ReshardAsync(bot, numbers, 2, said);

        numbers.Numbers.ShouldBe(Enumerable.Range(0, said));
        bot.Fleet.ShardCount.ShouldBe(2);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reshard_OldFleetLosesItsConnections_HandsOnEveryNumberOnceInOrder()
    {
        await using var sandbox = await StartAsync();
        await using var bot = await SandboxBot.StartAsync(sandbox, 2, maxConcurrency: 4);
        await bot.PassUntilAsync(() => bot.IsReady);
        var numbers = new NumbersProbe(bot.Sink);

        var said = await ReshardAsync(bot, numbers, 3, 0, meanwhile: async () =>
        {
            foreach (var connection in bot.Connections.Where(connection => connection.Session?.Shard.Count == 2).ToArray())
                connection.Drop();
            await bot.PassUntilAsync(() => bot.Resumes == 2 && bot.IsReady);
        });

        numbers.Numbers.ShouldBe(Enumerable.Range(0, said));
        bot.Identifies.ShouldBe(5);
        bot.Resumes.ShouldBe(2);
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    // Time passes only as fast as both fleets bring what was said, so that neither is ever far behind by the clock.
    private static async Task<int> ReshardAsync(SandboxBot bot, NumbersProbe numbers, int count, int said, Func<Task>? meanwhile = null)
    {
        var answer = await bot.Resharder.TryReshardAsync(count, TestContext.Current.CancellationToken);
        answer.Refusal.ShouldBeNull();
        await bot.PassUntilAsync(() =>
        {
            bot.Sandbox.Say($"{said++}");
            return bot.Resharder.Progress!.Stage == ReshardStage.Comparing;
        });
        if (meanwhile is not null)
            await meanwhile();
        await QuietAsync(bot, numbers, said);
        bot.Sandbox.Clock.Advance(bot.Merge!.SettlesIn);

        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!answer.Running!.IsCompleted)
        {
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            bot.Sandbox.Say($"{said++}");
            if (bot.Resharder.Progress!.Stage == ReshardStage.Comparing)
                await QuietAsync(bot, numbers, said - InFlight);
            bot.Sandbox.Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        (await answer.Running).End.ShouldBe(ReshardEnd.TakenOver);
        for (var i = 0; i < 300; i++)
            bot.Sandbox.Say($"{said++}");
        await numbers.ReadUntilAsync(said - 1);
        while (bot.Resharder.Progress is not null)
        {
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            bot.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        for (var i = 0; i < 300; i++)
            bot.Sandbox.Say($"{said++}");
        await numbers.ReadUntilAsync(said - 1);
        return said;
    }

    private static async Task QuietAsync(SandboxBot bot, NumbersProbe numbers, int said)
    {
        await numbers.ReadUntilAsync(said - 1);
        await Eventually.UntilAsync(() => bot.Merge!.LastOfNew >= said - 1);
    }

    // The sandbox's clock runs ahead of the bot's.
    private static Task<GatewayFixture> StartAsync() => GatewayFixture.StartAsync(options => options with
    {
        Shards = 4,
        MaxConcurrency = 4,
        Gateway = options.Gateway with { HeartbeatInterval = TimeSpan.FromHours(10) },
    });
}
