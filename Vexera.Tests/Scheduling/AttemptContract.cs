using Vexera.Core.Rest;
using Vexera.Core.Scheduling;
using Vexera.Tests.Storage;

namespace Vexera.Tests.Scheduling;

/// <summary>How attempts end, and what comes of it.</summary>
public abstract class AttemptContract : ScheduleContract
{
    [Fact]
    public async Task HandleAsync_Throws_IsTriedAgainEverMoreRarelyOverRestarts()
    {
        var (database, handler) = (Open(), NewHandler());
        handler.Script = (_, _) => throw new InvalidOperationException("no");
        var began = Now;
        await using (var bench = Bench(database, handler))
        {
            await bench.Schedule.ScheduleAsync(Work("1", Now), Patience);
            await bench.StartAsync();
            await PassAsync(bench, 5);
            handler.Calls.Count.ShouldBe(2);
            await bench.Engine.StopAsync(Patience);
        }

        await using var after = Bench(database, handler);
        await after.StartAsync();
        await PassAsync(after, 9.999);
        handler.Calls.Count.ShouldBe(2);
        await PassAsync(after, 0.001);
        handler.Script = (_, _) => Task.FromResult(DueOutcome.Done);
        await PassAsync(after, 20);

        handler.Calls.Select(call => (call.Attempt, (call.At - began).TotalSeconds)).ShouldBe([(1, 0), (2, 5), (3, 15), (4, 35)]);
        (await CountAsync(database)).ShouldBe(0);
    }

    [Fact]
    public async Task HandleAsync_AsksDiscord_DoesSoInTheBackground()
    {
        var (database, handler, seen) = (Open(), NewHandler(), false);
        handler.Script = (_, _) =>
        {
            seen = RestPriority.IsBackground;
            return Task.FromResult(DueOutcome.Done);
        };
        await using var bench = Bench(database, handler);
        await bench.Schedule.ScheduleAsync(Work("1", Now), Patience);

        await bench.StartAsync();

        handler.Calls.Count.ShouldBe(1);
        seen.ShouldBeTrue();
    }

    [Fact]
    public async Task HandleAsync_RetryLaterAfterATime_WaitsThatLong()
    {
        var (database, handler) = (Open(), NewHandler());
        handler.Script = (call, _) => Task.FromResult(call.Attempt == 1 ? DueOutcome.RetryLater(TimeSpan.FromDays(20)) : DueOutcome.Done);
        await using var bench = Bench(database, handler);
        await bench.Schedule.ScheduleAsync(Work("1", Now), Patience);
        await bench.StartAsync();

        await PassAsync(bench, 20 * 86_400 - 1);
        handler.Calls.Count.ShouldBe(1);
        await PassAsync(bench, 1);

        handler.Calls.Count.ShouldBe(2);
        handler.Calls[1].Work.DueAt.ShouldBe(handler.Calls[0].Work.DueAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(long.MaxValue / TimeSpan.TicksPerSecond)]
    public async Task HandleAsync_RetryLaterAfterAnImpossibleTime_NeitherSpinsNorBreaks(long seconds)
    {
        var handler = NewHandler();
        handler.Script = (_, _) => Task.FromResult(DueOutcome.RetryLater(TimeSpan.FromSeconds(seconds)));
        await using var bench = Bench(Open(), handler);
        await bench.Schedule.ScheduleAsync(Work("1", Now), Patience);
        await bench.StartAsync();

        handler.Calls.Count.ShouldBe(1);
        await PassAsync(bench, seconds <= 0 ? 1 : 365 * 86_400);
        handler.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task HandleAsync_GivesUp_IsOverAndTheLogSaysWhy()
    {
        var (database, handler) = (Open(), NewHandler());
        handler.Script = (_, _) => Task.FromResult(DueOutcome.GiveUp("the guild is gone"));
        await using var bench = Bench(database, handler);
        await bench.Schedule.ScheduleAsync(Work("1:2", Now), Patience);

        await bench.StartAsync();

        (await CountAsync(database)).ShouldBe(0);
        bench.Log.Lines.ShouldContain(line => line.Text.Contains($"{Kind} 1:2") && line.Text.Contains("the guild is gone"));
    }

    [Fact]
    public async Task ScheduleAsync_WhileItsHandlerRuns_IsDoneAfterwardsAndNotBesideIt()
    {
        var (database, handler) = (Open(), NewHandler());
        var holding = new TaskCompletionSource();
        handler.Script = async (call, _) =>
        {
            if (call.Work.Payload == "first")
                await holding.Task;
            return DueOutcome.Done;
        };
        await using var bench = Bench(database, handler);
        await bench.Schedule.ScheduleAsync(Work("1", Now, payload: "first"), Patience);
        await bench.StartAsync(isBusy: true);
        await handler.ArrivalAsync();

        await bench.Schedule.ScheduleAsync(Work("1", Now, payload: "second"), Patience);
        await bench.Schedule.ScheduleAsync(Work("2", Now), Patience);
        (await handler.ArrivalAsync()).Work.Key.ShouldBe("2");
        holding.SetResult();
        await bench.IdleAsync();

        handler.Calls.Select(call => call.Work.Payload).ShouldBe(["first", "{}", "second"]);
        handler.Calls[2].Attempt.ShouldBe(1);
        (await CountAsync(database)).ShouldBe(0);
    }

    [Fact]
    public async Task CancelAsync_WhileItsHandlerRuns_HasNoFurtherAttempt()
    {
        var (database, handler) = (Open(), NewHandler());
        var holding = new TaskCompletionSource();
        handler.Script = async (_, _) =>
        {
            await holding.Task;
            return DueOutcome.RetryLater();
        };
        await using var bench = Bench(database, handler);
        await bench.Schedule.ScheduleAsync(Work("1", Now), Patience);
        await bench.StartAsync(isBusy: true);
        await handler.ArrivalAsync();

        await bench.Schedule.CancelAsync(Kind, "1", Patience);
        holding.SetResult();
        await bench.IdleAsync();
        await PassAsync(bench, 3_600);

        handler.Calls.Count.ShouldBe(1);
        (await CountAsync(database)).ShouldBe(0);
    }

    private async Task PassAsync(ScheduleBench bench, double seconds)
    {
        await bench.IdleAsync();
        Time.Advance(TimeSpan.FromSeconds(seconds));
        await bench.IdleAsync();
    }
}

public sealed class SqliteAttemptTests : AttemptContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresAttemptTests : AttemptContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
