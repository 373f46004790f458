using System.Text.Json;
using Vexera.Core.Dispatch.Merging;
using Vexera.Tests.Gateway.Fleet;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Dispatch.Merging;

/// <summary>Fleets of two shard counts beside each other, over real sockets, while numbered messages flow.</summary>
public sealed class TwoFleetsTests
{
    [Theory]
    [InlineData(2, 3)]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    public async Task Merge_NewFleetComesAndOldFleetGoes_HandsOnEveryNumberOnceInOrder(int before, int after)
    {
        await using var sandbox = await GatewayFixture.StartAsync(Patient);
        var received = new RecordingSink();
        var merge = new MergingSink(received, TimeSpan.FromMinutes(1), TimeProvider.System);
        await using var old = await SandboxBot.StartAsync(sandbox, before, maxConcurrency: 4, sink: merge.Old);
        await old.PassUntilAsync(() => old.IsReady);
        await BootAsync(received, before);
        var said = 0;

        // Each bot has a gate of its own here, so the new one waits until the old one's window is over.
        sandbox.Clock.Advance(TimeSpan.FromSeconds(6));
        await using var fresh = await SandboxBot.StartAsync(sandbox, after, maxConcurrency: 4, sink: merge.New);
        await fresh.PassUntilAsync(
            () =>
            {
                sandbox.Say($"{said++}");
                return fresh.IsReady;
            },
            old);
        said = Say(sandbox, said, 300);
        var numbers = await NumbersAsync(received, said);
        await old.Fleet.StopAsync(TestContext.Current.CancellationToken);
        said = Say(sandbox, said, 300);
        numbers.AddRange(await NumbersAsync(received, said));

        numbers.ShouldBe(Enumerable.Range(0, said).Select(number => $"{number}"));
        sandbox.ViolatedRules.ShouldBeEmpty();
    }

    private static int Say(GatewayFixture sandbox, int from, int count)
    {
        for (var number = from; number < from + count; number++)
            sandbox.Say($"{number}");
        return from + count;
    }

    // Each shard's READY and both guilds of the world, which may come from different shards in any order.
    private static async Task BootAsync(RecordingSink received, int shards)
    {
        var names = new List<string>();
        while (names.Count < shards + 2)
            names.Add((await received.NextAsync()).Name);
        names.Count(name => name == "READY").ShouldBe(shards);
        names.Count(name => name == "GUILD_CREATE").ShouldBe(2);
    }

    // Up to the last number; nothing but messages may come, least of all a guild again.
    private static async Task<List<string>> NumbersAsync(RecordingSink received, int said)
    {
        var numbers = new List<string>();
        do
        {
            var next = await received.NextAsync();
            next.Name.ShouldBe("MESSAGE_CREATE");
            using var json = JsonDocument.Parse(next.Data);
            numbers.Add(json.RootElement.GetProperty("content").GetString()!);
        }
        while (numbers[^1] != $"{said - 1}");
        return numbers;
    }

    // The sandbox's clock runs ahead of the bots'.
    private static Vexera.Sandbox.SandboxOptions Patient(Vexera.Sandbox.SandboxOptions options) => options with
    {
        Shards = 4,
        MaxConcurrency = 4,
        Gateway = options.Gateway with { HeartbeatInterval = TimeSpan.FromHours(10) },
    };
}
