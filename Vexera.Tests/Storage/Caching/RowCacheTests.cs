using System.Data.Common;
using Vexera.Core.Discord;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Caching;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage.Caching;

public sealed class RowCacheTests : IDisposable
{
    private static readonly Snowflake Owner = new(1);
    private static readonly Snowflake Nobody = new(2);

    private readonly TemporaryDatabase _file = new();
    private readonly TroubledDatabase _database;
    private readonly Rows _rows = new();

    public RowCacheTests() => _database = new TroubledDatabase(_file);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Read_ManyOwnersWithoutRows_AsksTheDatabaseOnce()
    {
        var cache = Open();
        for (var id = 100ul; id < 1_100; id++)
            (await cache.ReadAsync(new Snowflake(id), Cancel)).ShouldBe("none");

        _database.Reads.ShouldBe(1);
        cache.TryGet(new Snowflake(5_000), out var value).ShouldBeTrue();
        value.ShouldBe("none");
    }

    [Fact]
    public async Task TryGet_NothingReadYet_DoesNotGuess()
    {
        var cache = Open();

        cache.TryGet(Nobody, out _).ShouldBeFalse();

        await cache.ReadAsync(Nobody, Cancel);
        cache.TryGet(Nobody, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Read_OwnerWithRows_IsReadOnceAndAgainWhenForgotten()
    {
        var cache = Open();
        (await cache.ReadAsync(Owner, Cancel)).ShouldBe("one");
        _rows.Values[Owner] = "two";
        (await cache.ReadAsync(Owner, Cancel)).ShouldBe("one");

        cache.Forget(Owner);

        (await cache.ReadAsync(Owner, Cancel)).ShouldBe("two");
        _database.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Read_OwnerWhoIsAboutToHaveRows_IsReadFromTheDatabase()
    {
        var cache = Open();
        await cache.ReadAsync(Owner, Cancel);
        cache.TryGet(Nobody, out _).ShouldBeTrue();

        cache.Expect(Nobody);
        _rows.Values[Nobody] = "new";
        cache.TryGet(Nobody, out _).ShouldBeFalse();

        (await cache.ReadAsync(Nobody, Cancel)).ShouldBe("new");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_OvertakenByAChange_DoesNotBringBackWhatWas(bool keeps)
    {
        var cache = Open();
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _rows.AfterRead = async () =>
        {
            arrived.TrySetResult();
            await goOn.Task;
        };
        var old = cache.ReadAsync(Owner, Cancel);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        _rows.Values[Owner] = "two";
        if (keeps)
            cache.Keep(Owner, "two");
        else
            cache.Forget(Owner);
        goOn.SetResult();

        (await old).ShouldBe("one");
        (await cache.ReadAsync(Owner, Cancel)).ShouldBe("two");
    }

    [Fact]
    public async Task Find_DatabaseUnreadable_IsNullForWhoMayHaveRowsAndSaidOnce()
    {
        var cache = Open();
        _database.ReadFailure = TroubledDatabase.Full;

        (await cache.FindAsync(Owner, Cancel)).ShouldBeNull();
        (await cache.FindAsync(Nobody, Cancel)).ShouldBeNull();
        await Should.ThrowAsync<StorageException>(() => cache.ReadAsync(Owner, Cancel).AsTask());
        _rows.Said.ShouldBe(["unreadable"]);

        _database.ReadFailure = null;
        (await cache.FindAsync(Owner, Cancel)).ShouldBe("one");
        cache.Forget(Owner);
        (await cache.FindAsync(Owner, Cancel)).ShouldBe("one");
        _rows.Said.ShouldBe(["unreadable", "readable"]);
    }

    [Fact]
    public async Task Find_DatabaseUnreadable_WhatIsInMemoryHolds()
    {
        var cache = Open();
        await cache.ReadAsync(Owner, Cancel);

        _database.ReadFailure = TroubledDatabase.Full;

        (await cache.FindAsync(Owner, Cancel)).ShouldBe("one");
        (await cache.FindAsync(Nobody, Cancel)).ShouldBe("none");
    }

    private RowCache<string> Open() => new(_database, _rows, "none", 100);

    private sealed class Rows : IRowReader<string>
    {
        public Dictionary<Snowflake, string> Values { get; } = new() { [Owner] = "one" };

        public List<string> Said { get; } = [];

        public Func<Task> AfterRead { get; set; } = () => Task.CompletedTask;

        public Task<IEnumerable<Snowflake>> ReadOwnersAsync(DbConnection connection) => Task.FromResult<IEnumerable<Snowflake>>(Values.Keys);

        public async Task<string> ReadAsync(DbConnection connection, Snowflake owner)
        {
            var value = Values.GetValueOrDefault(owner, "none");
            await AfterRead();
            return value;
        }

        public void NoteUnreadable(Exception error) => Said.Add("unreadable");

        public void NoteReadable() => Said.Add("readable");
    }
}
