using Vexera.Core.Scheduling;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Scheduling;

/// <summary>Side by side, modules that are off, kinds that nobody knows, clocks that jump.</summary>
public sealed class DueWorkEngineTests : ScheduleContract
{
    [Fact]
    public async Task Start_ManyDue_RunsAsManyAtOnceAsTheSettingsSay()
    {
        var handler = NewHandler();
        var holding = new TaskCompletionSource();
        handler.Script = async (_, _) =>
        {
            await holding.Task;
            return DueOutcome.Done;
        };
        await using var bench = new ScheduleBench(Open(), Time, new SchedulingOptions { MaxParallel = 5 }, handler);
        for (var n = 0; n < 20; n++)
            await bench.Schedule.ScheduleAsync(Work($"{n}", Now), Patience);
        await bench.StartAsync(isBusy: true);
        await Eventually.UntilAsync(() => handler.Inside == 5);

        holding.SetResult();
        await bench.IdleAsync();

        handler.MostInside.ShouldBe(5);
        handler.Calls.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Start_FloodOfOneKind_LeavesTheOthersTheirShare()
    {
        var (flood, other) = (NewHandler("flood.work"), NewHandler("other.work"));
        await using var bench = new ScheduleBench(Open(), Time, new SchedulingOptions { MaxParallel = 2 }, flood, other);
        for (var n = 0; n < 50; n++)
            await bench.Schedule.ScheduleAsync(Work($"{n}", Now.AddDays(-1), "flood.work"), Patience);
        await bench.Schedule.ScheduleAsync(Work("1", Now, "other.work"), Patience);
        var before = -1;
        other.Script = (_, _) =>
        {
            before = flood.Calls.Count;
            return Task.FromResult(DueOutcome.Done);
        };

        await bench.StartAsync();

        before.ShouldBeInRange(0, 4);
        flood.Calls.Count.ShouldBe(50);
    }

    [Fact]
    public async Task Switch_ModuleOff_ItsWorkWaitsAndIsDoneWhenItIsOnAgain()
    {
        var (handler, other) = (NewHandler("off.work"), NewHandler("on.work"));
        await using var bench = Bench(Open(), handler, other);
        bench.Switches.Set("off", false);
        await bench.Schedule.ScheduleAsync(Work("1", Now, "off.work"), Patience);
        await bench.Schedule.ScheduleAsync(Work("2", Now, "on.work"), Patience);
        await bench.StartAsync();
        await AssertAsksNothingAsync(bench);
        handler.Calls.ShouldBeEmpty();
        other.Calls.Count.ShouldBe(1);

        bench.Switches.Set("off", true);
        await bench.IdleAsync();

        handler.Calls.Single().Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task Start_KindThatNobodyKnows_WaitsWithoutSpinningAndIsToldOnce()
    {
        var (database, handler) = (Open(), NewHandler("gone.work"));
        await using (var bench = Bench(database, NewHandler()))
        {
            await bench.Schedule.ScheduleAsync(Work("1", Now, "gone.work"), Patience);
            await bench.Schedule.ScheduleAsync(Work("2", Now, "gone.work"), Patience);
            await bench.StartAsync();
            await AssertAsksNothingAsync(bench);
            bench.Log.Lines.Count(line => line.Text.Contains("gone.work")).ShouldBe(1);
        }

        await using var later = Bench(database, handler);
        await later.StartAsync();

        handler.Calls.Count.ShouldBe(2);
        later.Log.Lines.ShouldNotContain(line => line.Text.Contains("gone.work"));
    }

    [Fact]
    public async Task Clock_SetForwards_IsNoticedWithinAMinute()
    {
        var clock = new JumpingClock(Time);
        var handler = new ScriptedHandler(Kind, clock);
        await using var bench = new ScheduleBench(Open(), clock, null, handler);
        await bench.StartAsync();
        await bench.Schedule.ScheduleAsync(Work("1", Now.AddDays(30)), Patience);
        await bench.IdleAsync();

        clock.Offset = TimeSpan.FromDays(31);
        Time.Advance(DueWorkSignal.LookEvery);
        await bench.IdleAsync();

        handler.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Clock_SetBackwards_WaitsUntilTheTimeIsThere()
    {
        var clock = new JumpingClock(Time);
        var handler = new ScriptedHandler(Kind, clock);
        await using var bench = new ScheduleBench(Open(), clock, null, handler);
        await bench.StartAsync();
        await bench.Schedule.ScheduleAsync(Work("1", Now.AddSeconds(50)), Patience);
        await bench.IdleAsync();

        clock.Offset = -TimeSpan.FromMinutes(10);
        Time.Advance(TimeSpan.FromSeconds(50));
        await bench.IdleAsync();
        handler.Calls.ShouldBeEmpty();
        for (var minute = 0; minute < 10; minute++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await bench.IdleAsync();
        }

        handler.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Runs_Always_AreCountedWithKindAndOutcome()
    {
        var handler = NewHandler();
        handler.Script = (call, _) => Task.FromResult(call.Work.Key switch
        {
            "done" => DueOutcome.Done,
            "gone" => DueOutcome.GiveUp("why not"),
            _ when call.Attempt == 1 => DueOutcome.RetryLater(TimeSpan.FromDays(1)),
            _ => DueOutcome.Done,
        });
        await using var bench = Bench(Open(), handler);
        using var meters = new DueWorkMeters(bench.Metrics);
        foreach (var key in new[] { "done", "gone", "again" })
            await bench.Schedule.ScheduleAsync(Work(key, Now.AddSeconds(-3)), Patience);

        await bench.StartAsync();
        await bench.Pending.StartAsync(Patience);

        meters.Runs.ShouldBe([("done", 1), ("given_up", 1), ("retried", 1)], ignoreOrder: true);
        meters.Delays.ShouldBe([3, 3, 3]);
        await Eventually.UntilAsync(() => meters.Pending() == 1);
    }

    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();

    private async Task AssertAsksNothingAsync(ScheduleBench bench)
    {
        var (reads, writes) = (bench.Trouble.Reads, bench.Trouble.Writes);
        for (var minute = 0; minute < 10; minute++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await bench.IdleAsync();
        }

        (bench.Trouble.Reads, bench.Trouble.Writes).ShouldBe((reads, writes));
    }
}
