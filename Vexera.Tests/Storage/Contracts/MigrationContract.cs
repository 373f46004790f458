using System.Data.Common;
using Dapper;
using DbUp.Engine;
using Vexera.Core.Storage;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>The schema goes forward only, each step once and whole, however often it is interrupted.</summary>
public abstract class MigrationContract : StorageContract
{
    private const string Begins = "CREATE TABLE begun (id BIGINT NOT NULL PRIMARY KEY); INSERT INTO begun VALUES (7);";
    private const string Breaks = "INSERT INTO nowhere VALUES (1);";

    [Fact]
    public async Task OpenAsync_FirstUse_RunsEveryScriptInOrder()
    {
        await using var connection = await Open().OpenAsync(Patience);

        (await StepsAsync(connection)).ShouldBe(SchemaMigrator.OfThisBuild.Scripts);
        SchemaMigrator.OfThisBuild.Scripts.Select(script => script[..4]).ShouldBeUnique();
    }

    [Fact]
    public async Task OpenAsync_SecondStart_RunsNothingAgain()
    {
        var first = Open();
        await first.EnsureReadyAsync();
        await CloseAsync(first);

        await using var connection = await Open().OpenAsync(Patience);

        (await StepsAsync(connection)).ShouldBe(SchemaMigrator.OfThisBuild.Scripts);
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM installation")).ShouldBe(1);
    }

    [Fact]
    public async Task OpenAsync_OlderSchema_RunsOnlyWhatIsNew()
    {
        var old = Open(With(("9001_begun.sql", Begins)));
        await old.EnsureReadyAsync();
        await CloseAsync(old);

        await using var connection = await Open(With(("9001_begun.sql", Begins), ("9002_more.sql", "INSERT INTO begun VALUES (8);"))).OpenAsync(Patience);

        (await connection.QueryAsync<long>("SELECT id FROM begun ORDER BY id")).ShouldBe([7, 8]);
    }

    [Fact]
    public async Task OpenAsync_ScriptBreaksHalfWay_KeepsThoseBeforeAndNothingOfIt()
    {
        var broken = Open(With(("9001_begun.sql", Begins), ("9002_breaks.sql", "CREATE TABLE half (id BIGINT); " + Breaks)));

        var failure = await Should.ThrowAsync<StorageException>(broken.EnsureReadyAsync);

        failure.Problem.ShouldBe(StorageProblem.Failed);
        await CloseAsync(broken);
        await using var stranger = await Site.StrangerAsync();
        (await StepsAsync(stranger)).ShouldBe([.. SchemaMigrator.OfThisBuild.Scripts, "9001_begun.sql"]);
        await Should.ThrowAsync<DbException>(stranger.ExecuteAsync("SELECT * FROM half"));
    }

    [Fact]
    public async Task OpenAsync_AfterABrokenScriptIsMended_GoesOnWhereItStopped()
    {
        var broken = Open(With(("9001_begun.sql", Begins), ("9002_half.sql", "CREATE TABLE half (id BIGINT); " + Breaks)));
        await Should.ThrowAsync<StorageException>(broken.EnsureReadyAsync);
        await CloseAsync(broken);

        await using var connection = await Open(With(("9001_begun.sql", Begins), ("9002_half.sql", "CREATE TABLE half (id BIGINT);"))).OpenAsync(Patience);

        (await StepsAsync(connection)).ShouldBe([.. SchemaMigrator.OfThisBuild.Scripts, "9001_begun.sql", "9002_half.sql"]);
        (await connection.QueryAsync<long>("SELECT id FROM begun")).ShouldBe([7]);
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM half")).ShouldBe(0);
    }

    [Fact]
    public async Task OpenAsync_AfterAFailure_CanBeTriedAgain()
    {
        var first = Open();
        await first.EnsureReadyAsync();
        var second = Open();
        await Should.ThrowAsync<StorageException>(second.EnsureReadyAsync);

        await CloseAsync(first);

        await Should.NotThrowAsync(second.EnsureReadyAsync);
    }

    [Fact]
    public async Task OpenAsync_NewerSchema_NamesTheStepAndChangesNothing()
    {
        var newer = Open(With(("9999_future.sql", Begins)));
        await newer.EnsureReadyAsync();
        await CloseAsync(newer);

        var refusal = await Should.ThrowAsync<StorageException>(Open().EnsureReadyAsync);

        refusal.Problem.ShouldBe(StorageProblem.Newer);
        refusal.Message.ShouldContain("9999_future.sql");
        await using var stranger = await Site.StrangerAsync();
        (await StepsAsync(stranger)).ShouldBe([.. SchemaMigrator.OfThisBuild.Scripts, "9999_future.sql"]);
    }

    [Fact]
    public async Task OpenAsync_AnotherProgramsDatabase_IsForeignAndUntouched()
    {
        await using (var stranger = await Site.StrangerAsync())
            await stranger.ExecuteAsync("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('kept')");

        (await Should.ThrowAsync<StorageException>(Open().EnsureReadyAsync)).Problem.ShouldBe(StorageProblem.Foreign);

        await using var again = await Site.StrangerAsync();
        (await again.QueryAsync<string>("SELECT url FROM bookmarks")).ShouldBe(["kept"]);
        await Should.ThrowAsync<DbException>(StepsAsync(again));
    }

    [Fact]
    public async Task Columns_OfBytes_HoldWhatWasWritten()
    {
        var database = Open(With(("9001_bytes.sql", "CREATE TABLE bytes (id BIGINT NOT NULL PRIMARY KEY, content BLOB NOT NULL);")));
        byte[][] written = [[], [0], [0, 255, 1, 0], [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)]];

        await database.WriteAsync(
            connection => connection.ExecuteAsync("INSERT INTO bytes VALUES (@id, @content)", written.Select((content, id) => new { id = (long)id, content })),
            Patience);

        await using var reader = await database.OpenAsync(Patience);
        (await reader.QueryAsync<byte[]>("SELECT content FROM bytes ORDER BY id")).ShouldBe(written);
    }

    private static SchemaMigrator With(params (string Name, string Text)[] more)
    {
        var own = typeof(SchemaMigrator).Assembly;
        var shipped = SchemaMigrator.OfThisBuild.Scripts.Select(name =>
        {
            using var reader = new StreamReader(own.GetManifestResourceStream("Vexera.Core.Storage.Migrations." + name)!);
            return new SqlScript(name, reader.ReadToEnd());
        });
        return new SchemaMigrator([.. shipped, .. more.Select(script => new SqlScript(script.Name, script.Text))]);
    }

    private static async Task<List<string>> StepsAsync(DbConnection connection) =>
        [.. await connection.QueryAsync<string>("SELECT ScriptName FROM schema_versions ORDER BY ScriptName")];
}

public sealed class SqliteMigrationTests : MigrationContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresMigrationTests : MigrationContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
