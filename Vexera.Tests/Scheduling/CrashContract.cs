using Vexera.Core.Scheduling;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Scheduling;

/// <summary>The process ends while work is under way, in good order and not.</summary>
public abstract class CrashContract : ScheduleContract
{
    [Fact]
    public async Task Kill_WhileHandlersRun_HasTheWorkDoneAgainAtOnceAfterTheStart()
    {
        var (database, handler) = (Open(), NewHandler());
        var holding = new TaskCompletionSource();
        handler.Script = async (_, _) =>
        {
            await holding.Task;
            return DueOutcome.Done;
        };
        await using var killed = Bench(database, handler);
        foreach (var key in new[] { "1", "2", "3" })
            await killed.Schedule.ScheduleAsync(Work(key, Now), Patience);
        await killed.StartAsync(isBusy: true);
        foreach (var _ in Enumerable.Range(0, 3))
            await handler.ArrivalAsync();
        await killed.KillAsync();
        (await CountAsync(database, "claim <> 0")).ShouldBe(3);

        var second = NewHandler();
        await using var bench = Bench(database, second);
        await bench.StartAsync();

        second.Calls.Select(call => (call.Work.Key, call.Attempt)).ShouldBe([("1", 2), ("2", 2), ("3", 2)], ignoreOrder: true);
        (await CountAsync(database)).ShouldBe(0);
        holding.SetResult();
    }

    [Fact]
    public async Task Kill_BetweenTheHandlersEndAndItsWriting_HasTheWorkDoneAgain()
    {
        var (database, handler) = (Open(), NewHandler());
        await using var killed = Bench(database, handler);
        handler.Script = (_, _) =>
        {
            killed.Trouble.WriteFailure = TroubledDatabase.Full;
            return Task.FromResult(DueOutcome.Done);
        };
        await killed.Schedule.ScheduleAsync(Work("1", Now), Patience);
        await killed.StartAsync(isBusy: true);
        await handler.ArrivalAsync();
        await killed.KillAsync();

        var second = NewHandler();
        await using var bench = Bench(database, second);
        await bench.StartAsync();

        second.Calls.Select(call => (call.Work.Key, call.Attempt)).ShouldBe([("1", 2)]);
    }

    [Fact]
    public async Task Stop_WhileAHandlerRuns_WaitsForItsEndAndWritesIt()
    {
        var (database, handler) = (Open(), NewHandler());
        var holding = new TaskCompletionSource();
        handler.Script = async (_, _) =>
        {
            await holding.Task;
            return DueOutcome.Done;
        };
        await using var bench = Bench(database, handler);
        await bench.Schedule.ScheduleAsync(Work("1", Now), Patience);
        await bench.StartAsync(isBusy: true);
        await handler.ArrivalAsync();

        var stopping = bench.Engine.StopAsync(Patience);
        await bench.Schedule.ScheduleAsync(Work("2", Now), Patience);
        holding.SetResult();
        await stopping;

        handler.Calls.Count.ShouldBe(1);
        (await CountAsync(database, "work_key = '1'")).ShouldBe(0);
        (await CountAsync(database, "work_key = '2' AND claim = 0 AND attempts = 0")).ShouldBe(1);
    }

    [Fact]
    public async Task Stop_HandlerTakesTooLong_CutsItShortWithoutCountingTheAttempt()
    {
        var time = new WatchedTime(Now);
        var (database, handler) = (Open(), new ScriptedHandler(Kind, time));
        handler.Script = async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return DueOutcome.Done;
        };
        await using var bench = new ScheduleBench(database, time, new SchedulingOptions { DrainTimeout = TimeSpan.FromSeconds(7) }, handler);
        await bench.Schedule.ScheduleAsync(Work("1", Now), Patience);
        await bench.StartAsync(isBusy: true);
        await handler.ArrivalAsync();

        var stopping = bench.Engine.StopAsync(Patience);
        await time.PassAsync(TimeSpan.FromSeconds(7));
        await stopping;

        (await CountAsync(database, "claim = 0 AND attempts = 0")).ShouldBe(1);
    }
}

public sealed class SqliteCrashTests : CrashContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresCrashTests : CrashContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
