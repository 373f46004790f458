using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>Another program keeps the database locked: nothing is lost, readers go on, and what waits is written when it can be.</summary>
public abstract class TroubleContract : StorageContract
{
    private const string Put =
        "INSERT INTO guild_settings (guild_id, name, value) VALUES (1, 'n', @value) ON CONFLICT (guild_id, name) DO UPDATE SET value = excluded.value";

    [Fact]
    public async Task WriteAsync_Locked_FailsWithAClearLineAndReadersGoOn()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        await using var stranger = await LockAsync();

        var failure = await Should.ThrowAsync<StorageException>(PutAsync(database, "new"));

        failure.Problem.ShouldBe(StorageProblem.Locked);
        failure.Message.ShouldContain("stayed locked by another program");
        Health.Trouble.ShouldNotBeNull().Problem.ShouldBe(StorageProblem.Locked);
        (await ReadAsync(database)).ShouldBeNull();
    }

    [Fact]
    public async Task WriteAsync_LockGone_WritesAndTheTroubleIsOver()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        var changes = new List<StorageTrouble?>();
        Health.Changed += changes.Add;
        var stranger = await LockAsync();
        await Should.ThrowAsync<StorageException>(PutAsync(database, "lost"));
        await Should.ThrowAsync<StorageException>(PutAsync(database, "lost"));

        await stranger.DisposeAsync();
        await PutAsync(database, "kept");

        (await ReadAsync(database)).ShouldBe("kept");
        Health.Trouble.ShouldBeNull();
        changes.Select(change => change?.Problem).ShouldBe([StorageProblem.Locked, null]);
        Log.Lines.Select(line => line.Level).ShouldBe([LogLevel.Error, LogLevel.Information]);
    }

    [Fact]
    public async Task Deferred_LockedForHalfAMinute_WritesTheLastOfEachLater()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var later = await LaterAsync(database);
        var stranger = await LockAsync();

        (await later.WriteAsync("key", Write("first"), Patience)).ShouldBeFalse();
        (await later.WriteAsync("key", Write("second"), Patience)).ShouldBeFalse();
        later.Count.ShouldBe(1);
        for (var tries = 0; tries < 6; tries++)
            Time.Advance(DeferredWrites.RetryEvery);
        (await ReadAsync(database)).ShouldBeNull();

        await stranger.DisposeAsync();
        await AdvanceUntilAsync(() => later.Count == 0);

        (await ReadAsync(database)).ShouldBe("second");
        Health.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task Deferred_NewerWriteSucceeds_TheHeldOneIsForgotten()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var later = await LaterAsync(database);
        await using (await LockAsync())
            await later.WriteAsync("key", Write("old"), Patience);

        (await later.WriteAsync("key", Write("new"), Patience)).ShouldBeTrue();

        later.Count.ShouldBe(0);
        await AdvanceUntilAsync(() => Health.Trouble is null);
        (await ReadAsync(database)).ShouldBe("new");
    }

    [Fact]
    public async Task Deferred_NothingHeld_StillFindsOutThatTheTroubleIsOver()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var later = await LaterAsync(database);
        await using (await LockAsync())
            await Should.ThrowAsync<StorageException>(PutAsync(database, "lost"));
        Health.Trouble.ShouldNotBeNull();

        await AdvanceUntilAsync(() => Health.Trouble is null);
    }

    [Fact]
    public async Task Deferred_StopsAfterTheLockIsGone_WritesWhatIsHeld()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var later = await LaterAsync(database);
        await using (await LockAsync())
            await later.WriteAsync("key", Write("held"), Patience);

        await later.StopAsync(Patience);

        (await ReadAsync(database)).ShouldBe("held");
    }

    [Fact]
    public async Task Deferred_HeldWriteIsWrong_IsDroppedAndTheOthersAreWritten()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var later = await LaterAsync(database);
        await using (await LockAsync())
        {
            await later.WriteAsync("wrong", connection => connection.ExecuteAsync(Put + "; INSERT INTO nowhere VALUES (1)", new { value = "x" }), Patience);
            await later.WriteAsync("right", Write("held"), Patience);
        }

        await AdvanceUntilAsync(() => later.Count == 0);

        (await ReadAsync(database)).ShouldBe("held");
    }

    private static Func<DbConnection, Task> Write(string value) => connection => connection.ExecuteAsync(Put, new { value });

    private static Task PutAsync(Database database, string value) => database.WriteAsync(Write(value), Patience);

    private static async Task<string?> ReadAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Patience);
        return await connection.ExecuteScalarAsync<string?>("SELECT value FROM guild_settings WHERE guild_id = 1 AND name = 'n'");
    }

    private async Task<DeferredWrites> LaterAsync(Database database)
    {
        var later = new DeferredWrites(database, Health, Time, NullLogger<DeferredWrites>.Instance);
        await later.StartAsync(Patience);
        return later;
    }

    private Task<IAsyncDisposable> LockAsync() => Site.LockAsync();

    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.UntilAsync(() =>
    {
        Time.Advance(DeferredWrites.RetryEvery);
        return condition();
    });
}

public sealed class SqliteTroubleTests : TroubleContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresTroubleTests : TroubleContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
