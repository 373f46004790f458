using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>Reading, and writing whole transactions one at a time, by one process.</summary>
public abstract class DatabaseContract : StorageContract
{
    private const string Count = "SELECT count(*) FROM guild_settings";
    private const string Insert = "INSERT INTO guild_settings (guild_id, name, value) VALUES (@id, 'n', 'v')";

    [Fact]
    public async Task CreatedAtAsync_AfterRestart_IsStillTheFirstStart()
    {
        var firstStart = Time.GetUtcNow();
        var first = Open();
        (await new Installation(first).CreatedAtAsync(Patience)).ShouldBe(firstStart);
        await CloseAsync(first);

        Time.Advance(TimeSpan.FromDays(1));

        (await new Installation(Open()).CreatedAtAsync(Patience)).ShouldBe(firstStart);
    }

    [Fact]
    public async Task EnsureReady_SecondProcess_IsRefusedUntilTheFirstIsGone()
    {
        var first = Open();
        await first.EnsureReadyAsync();

        var refusal = await Should.ThrowAsync<StorageException>(Open().EnsureReadyAsync);

        refusal.Problem.ShouldBe(StorageProblem.InUse);
        refusal.Message.ShouldContain("is in use by another Vexera");
        refusal.Message.ShouldNotContain("\n");
        await CloseAsync(first);
        await Should.NotThrowAsync(Open().EnsureReadyAsync);
    }

    [Fact]
    public async Task OpenAsync_ManyAtTheFirstUse_AllGetAConnection()
    {
        var database = Open();

        var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CountAsync(database), Patience)));

        counts.ShouldAllBe(count => count == 0);
    }

    [Fact]
    public async Task Columns_IdsAndInstants_ComeBackAsTheyWere()
    {
        var database = Open();
        Row[] rows =
        [
            new(new Snowflake(ulong.MaxValue), null, Time.GetUtcNow()),
            new(new Snowflake(1UL << 63), new Snowflake((1UL << 63) + 1), DateTimeOffset.UnixEpoch),
            new(new Snowflake(1), new Snowflake(long.MaxValue), DateTimeOffset.UnixEpoch.AddMilliseconds(-1)),
        ];

        await database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync("CREATE TABLE sample (id BIGINT NOT NULL, parent_id BIGINT, at BIGINT NOT NULL)");
                return await connection.ExecuteAsync("INSERT INTO sample VALUES (@Id, @ParentId, @At)", rows);
            },
            Patience);

        await using var reader = await database.OpenAsync(Patience);
        (await reader.QueryAsync<Row>("SELECT id, parent_id AS ParentId, at FROM sample")).ShouldBe(rows, ignoreOrder: true);
        (await reader.QuerySingleAsync<Row>("SELECT id, parent_id AS ParentId, at FROM sample WHERE id = @Id", new { rows[1].Id })).ShouldBe(rows[1]);
    }

    [Fact]
    public async Task WriteAsync_ManyAtOnce_LoseNothing()
    {
        var database = Open();
        await database.WriteAsync(connection => connection.ExecuteAsync("CREATE TABLE counter (n BIGINT NOT NULL); INSERT INTO counter VALUES (0)"), Patience);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => database.WriteAsync(
            async connection =>
            {
                var n = await connection.ExecuteScalarAsync<long>("SELECT n FROM counter");
                await Task.Yield();
                return await connection.ExecuteAsync("UPDATE counter SET n = @next", new { next = n + 1 });
            },
            Patience)));

        await using var reader = await database.OpenAsync(Patience);
        (await reader.ExecuteScalarAsync<long>("SELECT n FROM counter")).ShouldBe(50);
    }

    [Fact]
    public async Task WriteAsync_RacingForOneClaim_OneWins()
    {
        var database = Open();

        var won = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.WriteAsync(
            connection => connection.ExecuteAsync(Insert + " ON CONFLICT (guild_id, name) DO NOTHING", new { id = 1L }), Patience)));

        won.Sum().ShouldBe(1);
    }

    [Fact]
    public async Task WriteAsync_WorkThrows_TakesAllOfItBack()
    {
        var database = Open();

        await Should.ThrowAsync<InvalidTimeZoneException>(database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(Insert, new[] { new { id = 1L }, new { id = 2L } });
                throw new InvalidTimeZoneException();
            },
            Patience));

        (await CountAsync(database)).ShouldBe(0);
        await database.WriteAsync(connection => connection.ExecuteAsync(Insert, new { id = 1L }), Patience);
        (await CountAsync(database)).ShouldBe(1);
    }

    [Theory]
    [InlineData("INSERT INTO nowhere VALUES (1)")]
    [InlineData("INSERT INTO installation (id, created_at) VALUES (2, 0)")]
    public async Task WriteAsync_StatementIsWrong_IsNoTroubleOfStorage(string sql)
    {
        var database = Open();

        await Should.ThrowAsync<DbException>(database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(Insert, new { id = 1L });
                return await connection.ExecuteAsync(sql);
            },
            Patience));

        Health.Trouble.ShouldBeNull();
        (await CountAsync(database)).ShouldBe(0);
        await database.WriteAsync(connection => connection.ExecuteAsync(Insert, new { id = 1L }), Patience);
    }

    [Fact]
    public async Task OpenAsync_WhileATransactionIsUnderWay_SeesWhatWasBeforeIt()
    {
        var database = Open();

        var during = await database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(Insert, new { id = 1L });
                return await CountAsync(database);
            },
            Patience);

        during.ShouldBe(0);
        (await CountAsync(database)).ShouldBe(1);
    }

    [Fact]
    public async Task WriteAsync_CancelledWhileInLine_IsNotRunAndHoldsNobodyUp()
    {
        var database = Open();
        using var cancellation = new CancellationTokenSource();
        var (begun, holding) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = database.WriteAsync(
            _ =>
            {
                begun.SetResult();
                return holding.Task;
            },
            Patience);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), Patience);
        var ran = false;
        var second = database.WriteAsync(_ => Task.FromResult(ran = true), cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);

        holding.SetResult();

        await first;
        await database.WriteAsync(connection => connection.ExecuteAsync(Insert, new { id = 1L }), Patience);
        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task DisposeAsync_WhileAWriteIsUnderWay_LetsItEnd()
    {
        var database = Open();
        var (begun, holding) = (new TaskCompletionSource(), new TaskCompletionSource());
        var write = database.WriteAsync(
            async connection =>
            {
                begun.SetResult();
                await holding.Task;
                return await connection.ExecuteAsync(Insert, new { id = 1L });
            },
            Patience);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), Patience);

        var closing = CloseAsync(database);
        holding.SetResult();

        await closing;
        (await write).ShouldBe(1);
        (await CountAsync(Open())).ShouldBe(1);
    }

    [Fact]
    public async Task DisposeAsync_Twice_GivesUpTheClaimOnceAndServesNobodyAnyMore()
    {
        var first = Open();
        await first.EnsureReadyAsync();
        await CloseAsync(first);
        var second = Open();
        await second.EnsureReadyAsync();

        await first.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(CountAsync(first));
        (await CountAsync(second)).ShouldBe(0);
    }

    private static async Task<long> CountAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Patience);
        return await connection.ExecuteScalarAsync<long>(Count);
    }

    private sealed record Row(Snowflake Id, Snowflake? ParentId, DateTimeOffset At);
}

public sealed class SqliteDatabaseTests : DatabaseContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresDatabaseTests : DatabaseContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
