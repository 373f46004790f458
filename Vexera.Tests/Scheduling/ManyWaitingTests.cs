using Dapper;
using Vexera.Tests.Storage;

namespace Vexera.Tests.Scheduling;

/// <summary>A million works that wait cost nothing while none is due, and little when one is.</summary>
public abstract class ManyWaitingContract : ScheduleContract
{
    private const int Many = 1_000_000;

    [Fact]
    public async Task Idle_WithAMillionWaiting_AsksTheDatabaseNothingAndHoldsNothingInMemory()
    {
        var (database, handler) = (Open(), NewHandler());
        await database.WriteAsync(
            connection => connection.ExecuteAsync(
                $"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Many})
                INSERT INTO due_work (kind, work_key, payload, due_at, next_at, attempts, claim)
                SELECT '{Kind}', i, '', @first + i * 1000, @first + i * 1000, 0, 0 FROM n
                """,
                new { first = Now.AddDays(2).ToUnixTimeMilliseconds() }),
            Patience);
        await using var bench = Bench(database, handler);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await bench.StartAsync();
        var (reads, writes) = (bench.Trouble.Reads, bench.Trouble.Writes);

        for (var minute = 0; minute < 2 * 24 * 60; minute++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await bench.IdleAsync();
        }

        (bench.Trouble.Reads, bench.Trouble.Writes).ShouldBe((reads, writes));
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(4_000_000);
        handler.Calls.ShouldBeEmpty();
        var began = TimeProvider.System.GetTimestamp();
        Time.Advance(TimeSpan.FromSeconds(1));
        await bench.IdleAsync();
        handler.Calls.Count.ShouldBe(1);
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        (bench.Trouble.Writes - writes).ShouldBe(2);
    }
}

public sealed class SqliteManyWaitingTests : ManyWaitingContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresManyWaitingTests : ManyWaitingContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
