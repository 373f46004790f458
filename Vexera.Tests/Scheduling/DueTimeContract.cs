using Vexera.Tests.Storage;

namespace Vexera.Tests.Scheduling;

/// <summary>Work is handed out when it is due, once, as it was scheduled last.</summary>
public abstract class DueTimeContract : ScheduleContract
{
    [Fact]
    public async Task ScheduleAsync_ForLater_IsHandedOutThenAsItWasWritten()
    {
        var (database, handler) = (Open(), NewHandler());
        await using var bench = Bench(database, handler);
        await bench.StartAsync();
        var work = Work("1:2", Now.AddMinutes(10), payload: """{"case":7,"text":"é 🎉"}""");
        await bench.Schedule.ScheduleAsync(work, Patience);
        await bench.IdleAsync();

        Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        await bench.IdleAsync();
        handler.Calls.ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMilliseconds(1));
        await bench.IdleAsync();

        handler.Calls.ShouldBe([new HandlerCall(work, 1, work.DueAt)]);
        (await CountAsync(database)).ShouldBe(0);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(365 * 5)]
    public async Task ScheduleAsync_LongerThanTimersHold_IsHandedOutOnTheDay(int days)
    {
        var (database, handler) = (Open(), NewHandler());
        await using var bench = Bench(database, handler);
        await bench.StartAsync();
        await bench.Schedule.ScheduleAsync(Work("1", Now.AddDays(days)), Patience);
        await bench.IdleAsync();

        for (var day = 0; day < days; day++)
        {
            handler.Calls.ShouldBeEmpty($"day {day}");
            Time.Advance(TimeSpan.FromDays(1));
            await bench.IdleAsync();
        }

        handler.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ScheduleAsync_InThePast_IsHandedOutAtOnce()
    {
        var handler = NewHandler();
        await using var bench = Bench(Open(), handler);
        await bench.StartAsync();

        await bench.Schedule.ScheduleAsync(Work("1", DateTimeOffset.UnixEpoch), Patience);

        (await handler.ArrivalAsync()).Work.Key.ShouldBe("1");
    }

    [Fact]
    public async Task Start_WithOverdueWork_HandsAllOfItOutAtOnceTheEarliestFirst()
    {
        var (database, handler) = (Open(), NewHandler());
        await using (var before = Bench(database))
        {
            foreach (var n in Enumerable.Range(1, 100).Reverse())
                await before.Schedule.ScheduleAsync(Work($"{n}", Now.AddSeconds(n)), Patience);
        }

        Time.Advance(TimeSpan.FromDays(400));
        await using var bench = Bench(database, handler);
        await bench.StartAsync();

        handler.Calls.Select(call => NumberOf(call)).Order().ShouldBe(Enumerable.Range(1, 100));
        // They begin in order, and of those that are at work at once any may be the first to say so.
        handler.Calls.Select((call, place) => NumberOf(call) - (place + 1)).ShouldAllBe(early => early < 32);
        handler.Calls.ShouldAllBe(call => call.Attempt == 1);
    }

    [Fact]
    public async Task ScheduleAsync_AnEarlierOneWhileAsleep_IsNotOverslept()
    {
        var handler = NewHandler();
        await using var bench = Bench(Open(), handler);
        await bench.StartAsync();
        await bench.Schedule.ScheduleAsync(Work("late", Now.AddYears(1)), Patience);
        await bench.IdleAsync();
        await bench.Schedule.ScheduleAsync(Work("early", Now.AddSeconds(5)), Patience);
        await bench.IdleAsync();

        Time.Advance(TimeSpan.FromSeconds(5));
        await bench.IdleAsync();

        handler.Calls.Select(call => call.Work.Key).ShouldBe(["early"]);
    }

    [Fact]
    public async Task ScheduleAsync_SameIdentity_ReplacesTimeAndPayload()
    {
        var (database, handler) = (Open(), NewHandler());
        await using var bench = Bench(database, handler);
        await bench.StartAsync();
        await bench.Schedule.ScheduleAsync(Work("1", Now.AddMinutes(1), payload: "first"), Patience);
        await bench.Schedule.ScheduleAsync(Work("1", Now.AddMinutes(5), payload: "second"), Patience);
        await bench.IdleAsync();

        Time.Advance(TimeSpan.FromMinutes(4));
        await bench.IdleAsync();
        handler.Calls.ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(1));
        await bench.IdleAsync();

        handler.Calls.Single().Work.Payload.ShouldBe("second");
    }

    [Fact]
    public async Task CancelAsync_BeforeItsTime_IsNeverHandedOut()
    {
        var (database, handler) = (Open(), NewHandler());
        await using var bench = Bench(database, handler);
        await bench.StartAsync();
        await bench.Schedule.ScheduleAsync(Work("1", Now.AddMinutes(1)), Patience);
        await bench.Schedule.ScheduleAsync(Work("2", Now.AddMinutes(1)), Patience);

        await bench.Schedule.CancelAsync(Kind, "1", Patience);
        await bench.Schedule.CancelAsync(Kind, "none", Patience);
        await bench.IdleAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        await bench.IdleAsync();

        handler.Calls.Select(call => call.Work.Key).ShouldBe(["2"]);
    }

    [Fact]
    public async Task ScheduleAsync_WithinATransaction_IsHandedOutAfterItsCommitAndNotAfterAnotherEnd()
    {
        var (database, handler) = (Open(), NewHandler());
        await using var bench = Bench(database, handler);
        await bench.StartAsync();

        await Should.ThrowAsync<InvalidTimeZoneException>(bench.Trouble.WriteAsync<bool>(
            async connection =>
            {
                await bench.Schedule.ScheduleAsync(connection, Work("taken back", Now));
                throw new InvalidTimeZoneException();
            },
            Patience));
        await bench.IdleAsync();
        handler.Calls.ShouldBeEmpty();
        await bench.Trouble.WriteAsync(
            async connection =>
            {
                await bench.Schedule.ScheduleAsync(connection, Work("cancelled", Now));
                await bench.Schedule.ScheduleAsync(connection, Work("committed", Now));
                await bench.Schedule.CancelAsync(connection, Kind, "cancelled");
                return true;
            },
            Patience);

        (await handler.ArrivalAsync()).Work.Key.ShouldBe("committed");
        await bench.IdleAsync();
        handler.Calls.Count.ShouldBe(1);
    }

    private static int NumberOf(HandlerCall call) => int.Parse(call.Work.Key, System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class SqliteDueTimeTests : DueTimeContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresDueTimeTests : DueTimeContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
