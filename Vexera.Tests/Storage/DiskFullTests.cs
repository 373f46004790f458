using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

/// <summary>A disk that fills up while the bot runs, and has room again.</summary>
public sealed class DiskFullTests : IAsyncLifetime
{
    private const string Put = "INSERT INTO guild_settings (guild_id, name, value) VALUES (@id, 'n', @value)";

    private readonly FakeTimeProvider _time = new();
    private readonly SqliteSite _site;
    private readonly SmallDisk _disk;
    private readonly StorageHealth _health;
    private readonly Database _database;

    public DiskFullTests()
    {
        _site = new SqliteSite(_time);
        _disk = new SmallDisk(_site.Engine());
        _health = new StorageHealth(_time, NullLogger<StorageHealth>.Instance);
        _database = new Database(_disk, _health);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task WriteAsync_DiskFills_FailsWholeAndReadersGoOn()
    {
        await WriteAsync(1, "before");
        await FillAsync();

        var failure = await Should.ThrowAsync<StorageException>(WriteAsync(2, new string('x', 100_000)));

        failure.Problem.ShouldBe(StorageProblem.DiskFull);
        failure.Message.ShouldContain(_site.Path);
        _health.Trouble.ShouldNotBeNull().Problem.ShouldBe(StorageProblem.DiskFull);
        (await ReadAsync()).ShouldBe(["before"]);
    }

    [Fact]
    public async Task Deferred_RoomAgain_WritesWhatWasHeld()
    {
        await WriteAsync(1, "before");
        await FillAsync();
        using var later = new DeferredWrites(_database, _health, _time, NullLogger<DeferredWrites>.Instance);
        await later.StartAsync(TestContext.Current.CancellationToken);
        var large = new string('x', 100_000);
        (await later.WriteAsync("2", connection => connection.ExecuteAsync(Put, new { id = 2L, value = large }), TestContext.Current.CancellationToken)).ShouldBeFalse();

        _disk.Pages = null;
        await Eventually.UntilAsync(() =>
        {
            _time.Advance(DeferredWrites.RetryEvery);
            return later.Count == 0;
        });

        _health.Trouble.ShouldBeNull();
        (await ReadAsync()).ShouldBe(["before", large]);
    }

    [Fact]
    public async Task Deferred_TooMuchHeld_GivesTheFailureToWhoComesThen()
    {
        await _database.EnsureReadyAsync();
        var troubled = new TroubledDatabase(_database) { WriteFailure = TroubledDatabase.Full };
        using var later = new DeferredWrites(troubled, _health, _time, NullLogger<DeferredWrites>.Instance);
        for (var i = 0; i < DeferredWrites.Most; i++)
            (await later.WriteAsync($"{i}", _ => Task.CompletedTask, TestContext.Current.CancellationToken)).ShouldBeFalse();

        await Should.ThrowAsync<StorageException>(later.WriteAsync("one more", _ => Task.CompletedTask, TestContext.Current.CancellationToken));

        (await later.WriteAsync("7", _ => Task.CompletedTask, TestContext.Current.CancellationToken)).ShouldBeFalse();
        later.Count.ShouldBe(DeferredWrites.Most);
    }

    private Task<int> WriteAsync(long id, string value) =>
        _database.WriteAsync(connection => connection.ExecuteAsync(Put, new { id, value }), TestContext.Current.CancellationToken);

    private async Task<List<string>> ReadAsync()
    {
        await using var connection = await _database.OpenAsync(TestContext.Current.CancellationToken);
        return [.. await connection.QueryAsync<string>("SELECT value FROM guild_settings ORDER BY guild_id")];
    }

    // From now on the file cannot grow: what SQLite says then is what it says of a full disk.
    private async Task FillAsync()
    {
        await using var connection = await _database.OpenAsync(TestContext.Current.CancellationToken);
        _disk.Pages = await connection.ExecuteScalarAsync<long>("PRAGMA page_count");
        await _database.WriteAsync(_disk.LimitAsync, TestContext.Current.CancellationToken);
    }

    /// <summary>An engine whose writer finds no more than so many pages.</summary>
    private sealed class SmallDisk(IDatabaseEngine beneath) : IDatabaseEngine
    {
        public long? Pages { get; set; }

        public string Begin => beneath.Begin;

        public Task<DbConnection> PrepareAsync(CancellationToken cancellationToken) => beneath.PrepareAsync(cancellationToken);

        public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => beneath.OpenAsync(cancellationToken);

        public async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken)
        {
            var writer = await beneath.OpenWriterAsync(cancellationToken);
            await LimitAsync(writer);
            return writer;
        }

        public Task<int> LimitAsync(DbConnection writer) => writer.ExecuteAsync($"PRAGMA max_page_count = {Pages ?? 1_000_000}");

        public ValueTask CloseWriterAsync(DbConnection writer) => beneath.CloseWriterAsync(writer);

        public StorageException? Explain(Exception exception) => beneath.Explain(exception);

        public ValueTask DisposeAsync() => beneath.DisposeAsync();
    }
}
