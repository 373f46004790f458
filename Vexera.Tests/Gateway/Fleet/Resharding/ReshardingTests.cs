using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

public sealed class ReshardingTests
{
    [Fact]
    public async Task Reshard_NewFleetReady_TakesOverAndClosesTheOldSessions()
    {
        await using var script = await ReshardScript.StartAsync(2);
        script.Script.Sessions.Sessions.AddRange(
            [new StoredSession(1, 2, new SessionTicket("1 of 2", null, 0)), new StoredSession(1, 3, new SessionTicket("1 of 3", null, 0))]);
        var running = await script.BeginAsync(3);
        script.Script.Resharder.Progress!.ShouldBe(new ReshardProgress(2, 3, ReshardStage.Identifying, 0, 0));
        var fresh = await script.LeadAsync(3);
        await script.PassUntilAsync(() => script.Script.Resharder.Progress!.Stage == ReshardStage.Comparing);
        script.Script.Fleet.ShardCount.ShouldBe(2);
        (await script.SessionOfNextAsync(script.Old[1], 2)).ShouldBe("1 of 2");

        var report = await script.EndAsync(running);

        report.ShouldBe(new ReshardReport(2, 3, ReshardEnd.TakenOver, null));
        foreach (var transport in script.Old)
            (await transport.ClosedAsync()).Code.ShouldBe(1000);
        script.Script.Sessions.Sessions.Select(session => session.ShardCount).ShouldBe([3]);
        script.Script.Fleet.ShardCount.ShouldBe(3);
        script.Script.Fleet.Shards.ShouldAllBe(shard => shard.State == ShardState.Ready);
        (await script.SessionOfNextAsync(fresh[2], 2, "MESSAGE_DELETE")).ShouldBe("2 of 3");
        fresh.ShouldAllBe(transport => !transport.IsDisposed);
        script.Script.Failure.Raised.IsCompleted.ShouldBeFalse();
        foreach (var stage in new[] { 1040, 1041, 1042, 1043 })
            script.Script.Log.Lines.Count(line => line.EventId == stage).ShouldBe(1);
    }

    // A single fleet pays nothing for the merge: afterwards the new one hands on to the bot itself.
    [Fact]
    public async Task Reshard_TwoHorizonsAfterTheTakeover_MergeIsTakenAway()
    {
        await using var script = await ReshardScript.StartAsync(1);
        var first = script.Script.Serving.Run!.Fleet;
        first.Sink.ShouldBe(script.Script.Sink);
        var running = await script.BeginAsync(2);
        await Eventually.UntilAsync(() => first.Sink != script.Script.Sink);
        await script.LeadAsync(2);
        await script.EndAsync(running);
        var second = script.Script.Serving.Run!.Fleet;
        second.Sink.ShouldNotBe(script.Script.Sink);

        await script.Script.Time.PassAsync(script.Script.Timing.Horizon * 2);

        await Eventually.UntilAsync(() => second.Sink == script.Script.Sink);
    }

    [Fact]
    public async Task Reshard_StillInItsRest_RefusesAnotherOneAndThenTakesIt()
    {
        await using var script = await ReshardScript.StartAsync(1);
        var running = await script.BeginAsync(2);
        await script.LeadAsync(2);
        await script.EndAsync(running);
        (await script.Script.Resharder.TryReshardAsync(3, TestContext.Current.CancellationToken)).Refusal.ShouldBe(ReshardRefusal.ReshardAtWork);
        await script.RestAsync();

        running = await script.BeginAsync(1);
        var third = await script.LeadAsync(1);
        (await script.EndAsync(running)).End.ShouldBe(ReshardEnd.TakenOver);

        script.Script.Fleet.ShardCount.ShouldBe(1);
        (await script.SessionOfNextAsync(third[0], 2)).ShouldBe("0 of 1");
    }

    [Theory]
    [InlineData(4011)]
    [InlineData(4010)]
    public async Task Reshard_NewShardRefused_LeavesTheOldFleetAsItWas(int code)
    {
        await using var script = await ReshardScript.StartAsync(2);
        var running = await script.BeginAsync(3);
        var (_, ready) = await script.IdentifyAsync(3);
        ready.Ready("ready");
        var (_, refused) = await script.IdentifyAsync(3);
        refused.Close(code);

        var report = await script.EndAsync(running);

        report.End.ShouldBe(ReshardEnd.Refused);
        report.Detail.ShouldNotBeNullOrEmpty();
        (await ready.ClosedAsync()).Code.ShouldBe(1000);
        await OldFleetIsUntouchedAsync(script);
    }

    [Fact]
    public async Task Reshard_NewSessionEnds_LeavesTheOldFleetAsItWas()
    {
        await using var script = await ReshardScript.StartAsync(2);
        var running = await script.BeginAsync(3);
        var fresh = await script.LeadAsync(3);
        await script.PassUntilAsync(() => script.Script.Resharder.Progress!.Stage == ReshardStage.Comparing);
        fresh[1].Say("""{"op":9,"d":false}""");

        var report = await script.EndAsync(running);

        report.End.ShouldBe(ReshardEnd.SessionLost);
        report.Detail!.ShouldStartWith("shard 1 of 3");
        (await fresh[0].ClosedAsync()).Code.ShouldBe(1000);
        await OldFleetIsUntouchedAsync(script);
    }

    [Fact]
    public async Task Reshard_BudgetRunsLowMeanwhile_LeavesTheOldFleetAsItWas()
    {
        await using var script = await ReshardScript.StartAsync(2);
        var running = await script.BeginAsync(3);
        var (_, ready) = await script.IdentifyAsync(3);
        ready.Ready("ready");
        await script.Script.LimitAsync(remaining: 5);
        var (_, waiting) = await script.Script.Connector.AcceptAsync();
        waiting.Hello(86_400_000);

        var report = await script.EndAsync(running);

        report.End.ShouldBe(ReshardEnd.BudgetLow);
        (await ready.ClosedAsync()).Code.ShouldBe(1000);
        await OldFleetIsUntouchedAsync(script);
    }

    [Fact]
    public async Task Reshard_NewShardNeverReady_IsGivenUpInTheEnd()
    {
        await using var script = await ReshardScript.StartAsync(1, patience: TimeSpan.FromMinutes(30));
        var running = await script.BeginAsync(2);
        var (shard, transport) = await script.IdentifyAsync(2);
        transport.Ready("ready");

        var report = await script.EndAsync(running);

        report.End.ShouldBe(ReshardEnd.TookTooLong);
        report.Detail.ShouldBe($"not ready: {1 - shard} of 2");
        await OldFleetIsUntouchedAsync(script);
    }

    [Fact]
    public async Task Reshard_OldShardResumesMeanwhile_TakesOver()
    {
        await using var script = await ReshardScript.StartAsync(1);
        var running = await script.BeginAsync(2);
        var fresh = await script.LeadAsync(2);
        script.Old[0].Close(4000);
        var accepting = script.Script.Connector.AcceptAsync();
        await script.PassUntilAsync(() => accepting.IsCompleted);
        var (_, again) = await accepting;
        again.Hello(86_400_000);
        (await again.HearOpcodeAsync()).ShouldBe(6);
        again.Event(2, "MESSAGE_UPDATE");
        again.Event(3, "RESUMED");

        (await script.EndAsync(running)).End.ShouldBe(ReshardEnd.TakenOver);

        (await again.ClosedAsync()).Code.ShouldBe(1000);
        (await script.SessionOfNextAsync(fresh[0], 2, "MESSAGE_DELETE")).ShouldBe("0 of 2");
    }

    [Fact]
    public async Task Reshard_OldShardAway_WaitsForIt()
    {
        await using var script = await ReshardScript.StartAsync(1);
        await script.BeginAsync(2);
        var fresh = await script.LeadAsync(2);
        script.Old[0].Close(4000);
        await script.PassUntilAsync(() => !script.Script.Connector.NobodyDials);

        script.Script.Time.Advance(TimeSpan.FromMinutes(10));
        await Eventually.UntilAsync(() => script.Script.Resharder.Progress!.Stage == ReshardStage.Comparing);

        script.Script.Fleet.ShardCount.ShouldBe(1);
        fresh.ShouldAllBe(transport => !transport.IsDisposed);
    }

    [Fact]
    public async Task Stop_ReshardAtWork_KeepsTheOldSessionsAndEndsTheNewOnes()
    {
        await using var script = await ReshardScript.StartAsync(2);
        var running = await script.BeginAsync(3);
        var fresh = await script.LeadAsync(3);

        var stopping = script.Script.Resharder.StopAsync(TestContext.Current.CancellationToken);
        await script.PassUntilAsync(() => stopping.IsCompleted);
        running.IsCompleted.ShouldBeTrue();
        script.Script.Resharder.Progress.ShouldBeNull();
        await script.StopAsync();

        (await running).End.ShouldBe(ReshardEnd.Stopped);
        foreach (var transport in fresh)
            (await transport.ClosedAsync()).Code.ShouldBe(1000);
        foreach (var transport in script.Old)
            (await transport.ClosedAsync()).Code.ShouldBe(4200);
    }

    [Fact]
    public async Task Stop_AfterTheTakeover_KeepsTheNewSessions()
    {
        await using var script = await ReshardScript.StartAsync(1);
        var running = await script.BeginAsync(2);
        var fresh = await script.LeadAsync(2);
        await script.EndAsync(running);

        await script.StopAsync();

        foreach (var transport in fresh)
            (await transport.ClosedAsync()).Code.ShouldBe(4200);
        script.Script.Failure.Raised.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Reshard_OldShardRefused_EndsTheBot()
    {
        await using var script = await ReshardScript.StartAsync(1);
        await script.BeginAsync(2);
        var fresh = await script.LeadAsync(2);

        script.Old[0].Close(4004);

        await script.PassUntilAsync(() => script.Script.ApplicationStopping.IsCancellationRequested);
        await script.StopAsync();
        (await fresh[0].ClosedAsync()).Code.ShouldBe(1000);
    }

    [Fact]
    public async Task Reshard_NewFleetRefusedAfterTheTakeover_EndsTheBot()
    {
        await using var script = await ReshardScript.StartAsync(1);
        var running = await script.BeginAsync(2);
        var fresh = await script.LeadAsync(2);
        await script.EndAsync(running);

        fresh[1].Close(4004);

        await script.PassUntilAsync(() => script.Script.ApplicationStopping.IsCancellationRequested);
    }

    private static async Task OldFleetIsUntouchedAsync(ReshardScript script)
    {
        script.Script.Fleet.ShardCount.ShouldBe(script.Old.Length);
        script.Script.Fleet.Shards.ShouldAllBe(shard => shard.State == ShardState.Ready);
        script.Old.ShouldAllBe(transport => !transport.IsDisposed);
        script.Script.Serving.Run!.Fleet.Sink.ShouldBe(script.Script.Sink);
        (await script.SessionOfNextAsync(script.Old[0], 2)).ShouldBe($"0 of {script.Old.Length}");
        script.Script.Log.Lines.Count(line => line.EventId == 1044).ShouldBe(1);
        script.Script.Failure.Raised.IsCompleted.ShouldBeFalse();
        await script.RestAsync();
    }
}
