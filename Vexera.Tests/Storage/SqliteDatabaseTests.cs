using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly TemporaryDatabase _database;

    public SqliteDatabaseTests() => _database = new TemporaryDatabase(_time);

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("synchronous", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task OpenAsync_EveryConnection_HasTheSetting(string pragma, string expected)
    {
        await using var first = await _database.OpenAsync(TestContext.Current.CancellationToken);
        await using var second = await _database.OpenAsync(TestContext.Current.CancellationToken);

        foreach (var connection in new[] { first, second })
            (await connection.ExecuteScalarAsync<string>($"PRAGMA {pragma}")).ShouldBe(expected);
    }

    [Fact]
    public async Task OpenAsync_FirstUse_RunsEveryScriptInOrder()
    {
        await using var connection = await _database.OpenAsync(TestContext.Current.CancellationToken);

        var scripts = await connection.QueryAsync<string>("SELECT ScriptName FROM schema_versions ORDER BY SchemaVersionID");
        scripts.ShouldBe(SchemaMigrator.Scripts);
        SchemaMigrator.Scripts.Select(script => script[..4]).ShouldBeUnique();
    }

    [Fact]
    public async Task OpenAsync_FolderMissing_MakesIt()
    {
        using var folder = new TemporaryFolder();
        using var database = Databases.At(Path.Combine(folder.Path, "a", "b", "vexera.db"));

        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);

        File.Exists(Path.Combine(folder.Path, "a", "b", "vexera.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task CreatedAtAsync_AfterRestart_IsStillTheFirstStart()
    {
        var firstStart = _time.GetUtcNow();
        (await new Installation(_database).CreatedAtAsync(TestContext.Current.CancellationToken)).ShouldBe(firstStart);

        _time.Advance(TimeSpan.FromDays(1));
        _database.Restart();

        (await new Installation(_database).CreatedAtAsync(TestContext.Current.CancellationToken)).ShouldBe(firstStart);
    }

    [Fact]
    public async Task Columns_IdsAndInstants_ComeBackAsTheyWere()
    {
        var row = new Row(new Snowflake(ulong.MaxValue), null, _time.GetUtcNow());
        await using var connection = await _database.OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("CREATE TABLE sample (id BIGINT NOT NULL, parent_id BIGINT, at BIGINT NOT NULL)");
        await connection.ExecuteAsync("INSERT INTO sample VALUES (@Id, @ParentId, @At)", row);
        await connection.ExecuteAsync("INSERT INTO sample VALUES (@Id, @ParentId, @At)", row with { ParentId = new Snowflake(7) });

        var rows = await connection.QueryAsync<Row>("SELECT id, parent_id AS ParentId, at FROM sample");

        rows.ShouldBe([row, row with { ParentId = new Snowflake(7) }]);
        (await connection.ExecuteScalarAsync<string>("SELECT typeof(id) FROM sample")).ShouldBe("integer");
    }

    [Fact]
    public async Task Dispose_Always_LeavesOneFileThatOthersCanOpen()
    {
        await (await _database.OpenAsync(TestContext.Current.CancellationToken)).DisposeAsync();
        _database.Restart();

        File.Exists(_database.Path + "-wal").ShouldBeFalse();
        await (await _database.OpenAsync(TestContext.Current.CancellationToken)).DisposeAsync();
    }

    [Fact]
    public async Task Statement_DiskFull_FailsAndLosesNothing()
    {
        await using var connection = await _database.OpenAsync(TestContext.Current.CancellationToken);
        var pages = await connection.ExecuteScalarAsync<long>("PRAGMA page_count");
        await connection.ExecuteAsync($"PRAGMA max_page_count = {pages}");

        var failure = await Should.ThrowAsync<SqliteException>(
            connection.ExecuteAsync("CREATE TABLE more (id INTEGER); INSERT INTO more SELECT 1;"));

        var explained = new StorageDiagnosis(_database.Path, TimeSpan.FromSeconds(5)).Explain(failure);
        explained.Problem.ShouldBe(StorageProblem.DiskFull);
        explained.Message.ShouldContain(_database.Path);
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM installation")).ShouldBe(1);
    }

    private sealed record Row(Snowflake Id, Snowflake? ParentId, DateTimeOffset At);
}
