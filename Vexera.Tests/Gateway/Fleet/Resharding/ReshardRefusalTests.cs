using Vexera.Core.Gateway;
using Vexera.Core.Shards;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

public sealed class ReshardRefusalTests
{
    [Fact]
    public async Task TryReshard_RunsAPart_IsRefused()
    {
        using var script = new FleetScript(new GatewayOptions { Compression = GatewayCompression.None, ShardCount = 4, Shards = "0-1" });

        (await TryAsync(script, 8)).Refusal.ShouldBe(ReshardRefusal.RunsAPart);
    }

    [Fact]
    public async Task TryReshard_BeforeTheStart_IsRefused()
    {
        using var script = new FleetScript();

        (await TryAsync(script, 8)).Refusal.ShouldBe(ReshardRefusal.NotReady);
    }

    [Fact]
    public async Task TryReshard_AShardIsAway_IsRefused()
    {
        await using var script = await ReshardScript.StartAsync(2);
        script.Old[0].Close(4000);
        await Eventually.UntilAsync(() => script.Script.Fleet.Shards[0].State != ShardState.Ready);

        (await TryAsync(script.Script, 8)).Refusal.ShouldBe(ReshardRefusal.NotReady);
    }

    [Fact]
    public async Task TryReshard_AShardGoesAwayWhileDiscordIsAsked_IsRefused()
    {
        await using var script = await ReshardScript.StartAsync(2);
        var asking = TryAsync(script.Script, 8);
        script.Old[0].Close(4000);
        await Eventually.UntilAsync(() => script.Script.Fleet.Shards[0].State != ShardState.Ready);

        script.Script.Answer(8, maxConcurrency: 16);

        (await asking).Refusal.ShouldBe(ReshardRefusal.NotReady);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(null)]
    public async Task TryReshard_SameCount_IsRefused(int? count)
    {
        await using var script = await ReshardScript.StartAsync(2);
        script.Script.Answer(2, maxConcurrency: 16);

        (await TryAsync(script.Script, count)).Refusal.ShouldBe(ReshardRefusal.SameCount);
    }

    // Ten are kept back.
    [Theory]
    [InlineData(12, ReshardRefusal.BudgetLow)]
    [InlineData(13, null)]
    internal async Task TryReshard_BudgetLeft_MustCoverEveryNewShardAndTheReserve(int remaining, ReshardRefusal? refusal)
    {
        await using var script = await ReshardScript.StartAsync(1);
        script.Script.Answer(3, maxConcurrency: 16, remaining);

        var answer = await TryAsync(script.Script, 3);

        answer.Refusal.ShouldBe(refusal);
        answer.Available.ShouldBe(remaining - 10);
        script.Old[0].IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task TryReshard_NoCount_TakesDiscordsRecommendation()
    {
        await using var script = await ReshardScript.StartAsync(1);
        script.Script.Answer(5, maxConcurrency: 16);

        var answer = await TryAsync(script.Script, null);

        (answer.Refusal, answer.From, answer.To).ShouldBe((null, 1, 5));
    }

    [Fact]
    public async Task TryReshard_DiscordDoesNotAnswer_IsRefused()
    {
        await using var script = await ReshardScript.StartAsync(1);
        script.Script.Fail(new IOException("no route"));

        (await TryAsync(script.Script, 3)).Refusal.ShouldBe(ReshardRefusal.Unreachable);
    }

    [Fact]
    public async Task TryReshard_ReconnectAtWork_IsRefused()
    {
        await using var script = await ReshardScript.StartAsync(1);
        var reconnect = script.Script.Fleet.TryReconnect([0]);

        (await TryAsync(script.Script, 3)).Refusal.ShouldBe(ReshardRefusal.ReconnectAtWork);
        (reconnect is null).ShouldBeFalse();
    }

    [Fact]
    public async Task TryReconnect_ReshardAtWork_IsRefused()
    {
        await using var script = await ReshardScript.StartAsync(1);
        await script.BeginAsync(2);

        script.Script.Fleet.TryReconnect([0]).ShouldBeNull();
        script.Script.Fleet.Reconnecting.ShouldBeNull();
        script.Old[0].IsDisposed.ShouldBeFalse();
    }

    private static Task<ReshardAnswer> TryAsync(FleetScript script, int? count) =>
        script.Resharder.TryReshardAsync(count, TestContext.Current.CancellationToken);
}
