using Dapper;
using Npgsql;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

/// <summary>Servers and databases that cannot be used: one clear line without the password.</summary>
public sealed class PostgresRefusalTests
{
    private const string Password = "pa55-that-is-never-shown";

    [Fact]
    public async Task EnsureReady_WrongPassword_IsRefused()
    {
        var refusal = await RefusalAsync(new NpgsqlConnectionStringBuilder(Requires.Postgres()) { Password = Password });

        refusal.Problem.ShouldBe(StorageProblem.Refused);
    }

    [Fact]
    public async Task EnsureReady_NoSuchDatabase_SaysHowToMakeIt()
    {
        var refusal = await RefusalAsync(new NpgsqlConnectionStringBuilder(Requires.Postgres()) { Database = "not_there" });

        refusal.Problem.ShouldBe(StorageProblem.Missing);
        refusal.Message.ShouldContain("createdb");
        refusal.Place.ShouldEndWith("/not_there");
    }

    [Fact]
    public async Task EnsureReady_NoServer_IsUnreachable()
    {
        var refusal = await RefusalAsync(new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = 1, Username = "u", Password = Password, Database = "d" });

        refusal.Problem.ShouldBe(StorageProblem.Unreachable);
        refusal.Place.ShouldBe("127.0.0.1:1/d");
    }

    [Fact]
    public async Task WriteAsync_WritersConnectionLost_FailsOnceAndClaimsAnew()
    {
        await using var site = await PostgresSite.CreateAsync(Requires.Postgres(), TimeProvider.System);
        await using var database = Databases.Over(site.Engine());
        await EndWriterAsync(site, database);

        (await Should.ThrowAsync<StorageException>(TouchAsync(database))).Problem.ShouldBe(StorageProblem.Unreachable);

        await TouchAsync(database);
        await using var second = Databases.Over(site.Engine());
        (await Should.ThrowAsync<StorageException>(second.EnsureReadyAsync)).Problem.ShouldBe(StorageProblem.InUse);
    }

    [Fact]
    public async Task WriteAsync_ClaimedByAnotherMeanwhile_NeverWritesAgain()
    {
        await using var site = await PostgresSite.CreateAsync(Requires.Postgres(), TimeProvider.System);
        await using var database = Databases.Over(site.Engine());
        await EndWriterAsync(site, database);
        await using var second = Databases.Over(site.Engine());
        await second.EnsureReadyAsync();

        await Should.ThrowAsync<StorageException>(TouchAsync(database));

        (await Should.ThrowAsync<StorageException>(TouchAsync(database))).Problem.ShouldBe(StorageProblem.InUse);
        await TouchAsync(second);
    }

    private static Task<int> TouchAsync(Database database) => database.WriteAsync(
        connection => connection.ExecuteAsync("UPDATE installation SET created_at = created_at"), TestContext.Current.CancellationToken);

    private static async Task EndWriterAsync(PostgresSite site, Database database)
    {
        var writer = await database.WriteAsync(
            connection => connection.ExecuteScalarAsync<int>("SELECT pg_backend_pid()"), TestContext.Current.CancellationToken);
        await using var stranger = await site.StrangerAsync();
        await stranger.ExecuteAsync("SELECT pg_terminate_backend(@writer, 30000)", new { writer });
    }

    private static async Task<StorageException> RefusalAsync(NpgsqlConnectionStringBuilder settings)
    {
        await using var database = Databases.Over(PostgresSite.EngineOn(settings.ToString(), TimeProvider.System));
        var refusal = await Should.ThrowAsync<StorageException>(database.EnsureReadyAsync);
        refusal.Message.ShouldNotContain("\n");
        refusal.ToString().ShouldNotContain(settings.Password ?? Password);
        return refusal;
    }
}
