using Vexera.Core.Scheduling;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Scheduling;

/// <summary>Handlers that take too long.</summary>
public sealed class HangingHandlerTests : ScheduleContract
{
    private static readonly SchedulingOptions OneAtATime = new()
    {
        MaxParallel = 1,
        HandlerDeadline = TimeSpan.FromSeconds(20),
        HandlerGrace = TimeSpan.FromSeconds(3),
    };

    [Fact]
    public async Task HandleAsync_PastItsDeadline_IsAskedToStopAndTriedAgain()
    {
        var time = new WatchedTime(Now);
        var handler = new ScriptedHandler(Kind, time);
        handler.Script = async (call, cancellation) =>
        {
            if (call.Attempt == 1)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return DueOutcome.Done;
        };
        await using var bench = new ScheduleBench(Open(), time, OneAtATime, handler);
        using var meters = new DueWorkMeters(bench.Metrics);
        await bench.Schedule.ScheduleAsync(Work("1", time.GetUtcNow()), Patience);
        await bench.StartAsync(isBusy: true);
        await handler.ArrivalAsync();

        await time.PassAsync(TimeSpan.FromSeconds(20));
        await bench.IdleAsync();
        time.Advance(TimeSpan.FromSeconds(5));
        await bench.IdleAsync();

        handler.Calls.Select(call => call.Attempt).ShouldBe([1, 2]);
        meters.Runs.ShouldBe([("late", 1), ("done", 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task HandleAsync_HeedsNoDeadline_HoldsUpItsOwnWorkOnly()
    {
        var time = new WatchedTime(Now);
        var (database, handler) = (Open(), new ScriptedHandler(Kind, time));
        var holding = new TaskCompletionSource();
        handler.Script = async (call, _) =>
        {
            if (call.Work.Key == "hangs" && call.Attempt == 1)
                await holding.Task;
            return DueOutcome.Done;
        };
        await using var bench = new ScheduleBench(database, time, OneAtATime, handler);
        await bench.Schedule.ScheduleAsync(Work("hangs", time.GetUtcNow()), Patience);
        await bench.Schedule.ScheduleAsync(Work("waits", time.GetUtcNow().AddSeconds(1)), Patience);
        await bench.StartAsync(isBusy: true);
        (await handler.ArrivalAsync()).Work.Key.ShouldBe("hangs");

        await time.PassAsync(TimeSpan.FromSeconds(23));
        (await handler.ArrivalAsync()).Work.Key.ShouldBe("waits");
        await bench.IdleAsync();
        time.Advance(TimeSpan.FromDays(1));
        await bench.IdleAsync();
        handler.Calls.Count(call => call.Work.Key == "hangs").ShouldBe(1);
        holding.SetResult();
        (await handler.ArrivalAsync()).Attempt.ShouldBe(2);
        await bench.IdleAsync();

        (await CountAsync(database)).ShouldBe(0);
        bench.Log.Lines.ShouldContain(line => line.Text.Contains("hangs does not stop"));
    }

    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}
