using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Storage;
using Vexera.Tests.Support;
using static Vexera.Tests.Commands.Nodes.TestNodes;

namespace Vexera.Tests.Commands.Nodes;

public sealed class NodeRuleStoreTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();
    private readonly TroubledDatabase _database;
    private readonly DeferredWrites _later;

    public NodeRuleStoreTests()
    {
        _database = new TroubledDatabase(_file);
        _later = new DeferredWrites(_database, _file.Health, TimeProvider.System, NullLogger<DeferredWrites>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _later.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task Get_ManyGuildsWithoutRules_AsksTheDatabaseOnce()
    {
        var store = Open();
        for (var id = 1ul; id <= 1000; id++)
            (await store.ReadAsync(new Snowflake(id), Cancel)).ShouldBe(GuildNodes.None);

        _database.Reads.ShouldBe(1);
        store.TryGet(new Snowflake(5000), out var nodes).ShouldBeTrue();
        nodes.ShouldBe(GuildNodes.None);
    }

    [Fact]
    public async Task Get_MoreGuildsWithRulesThanAreKept_ReadsThemAgain()
    {
        var before = Open();
        for (var id = 1ul; id <= 300; id++)
            await AddAsync(before, id, Deny(User(id), "a.one"));

        var store = Open();
        for (var round = 0; round < 2; round++)
        {
            for (var id = 1ul; id <= 300; id++)
                (await store.ReadAsync(new Snowflake(id), Cancel)).Rules.ShouldHaveSingleItem().Subject.ShouldBe(User(id));
        }
    }

    [Fact]
    public async Task Change_AfterTheGuildWasSeenWithoutRules_IsReadNext()
    {
        var store = Open();
        await store.ReadAsync(Guild, Cancel);

        (await AddAsync(store, 10, Deny(Everyone, "a.one"))).ShouldBeTrue();

        (await store.ReadAsync(Guild, Cancel)).Rules.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Change_ToTheSame_WritesNothing()
    {
        var store = Open();

        (await store.ChangeAsync(Guild, nodes => nodes, Cancel)).ShouldBeTrue();

        _database.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Change_ManyAtOnce_LosesNone()
    {
        var store = Open();

        await Task.WhenAll(Enumerable.Range(1, 30).Select(id => Task.Run(() => AddAsync(store, 10, Deny(User((ulong)id), "a.one")), Cancel)));

        var next = Open();
        (await next.ReadAsync(Guild, Cancel)).Rules.Count.ShouldBe(30);
    }

    [Fact]
    public async Task Get_ReadOvertakenByAChange_DoesNotBringBackWhatWas()
    {
        var store = Open();
        await AddAsync(store, 10, Deny(Everyone, "a.one"));
        var other = Open();
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _database.BeforeWrite = async () =>
        {
            arrived.TrySetResult();
            await goOn.Task;
        };
        var change = other.ChangeAsync(Guild, nodes => nodes.With(Deny(Everyone, "a.two")), Cancel);
        await arrived.Task;

        (await other.ReadAsync(Guild, Cancel)).Rules.Count.ShouldBe(1);
        goOn.SetResult();
        await change;

        (await other.ReadAsync(Guild, Cancel)).Rules.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Find_DatabaseUnreadable_WhatWasReadHolds()
    {
        await AddAsync(Open(), 10, Deny(Everyone, "a.one"));
        var store = Open();
        await store.ReadAsync(Guild, Cancel);

        _database.ReadFailure = TroubledDatabase.Full;

        (await store.FindAsync(Guild, Cancel)).ShouldNotBeNull().Rules.ShouldHaveSingleItem();
        (await store.FindAsync(new Snowflake(11), Cancel)).ShouldBe(GuildNodes.None);
    }

    [Fact]
    public async Task Find_DatabaseTakesAndGivesNothing_WhatIsHeldHolds()
    {
        var store = Open();
        for (var id = 1ul; id <= 300; id++)
            await AddAsync(store, id, Deny(User(id), "a.one"));
        _database.WriteFailure = TroubledDatabase.Full;
        await AddAsync(store, 1, Deny(User(1), "a.two"));
        for (var id = 2ul; id <= 300; id++)
            await store.ReadAsync(new Snowflake(id), Cancel);
        store.TryGet(new Snowflake(1), out _).ShouldBeFalse();

        _database.ReadFailure = TroubledDatabase.Full;

        (await store.FindAsync(new Snowflake(1), Cancel)).ShouldNotBeNull().Rules.Count.ShouldBe(2);
        (await store.FindAsync(new Snowflake(2), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_DatabaseUnreadable_IsUnknownAndAsksAgainLater()
    {
        var before = Open();
        await AddAsync(before, 10, Deny(Everyone, "a.one"));
        var store = Open();
        _database.ReadFailure = TroubledDatabase.Full;
        (await store.FindAsync(Guild, Cancel)).ShouldBeNull();
        store.TryGet(Guild, out _).ShouldBeFalse();
        await Should.ThrowAsync<StorageException>(() => store.ChangeAsync(Guild, nodes => nodes.With(Deny(Everyone, "a.two")), Cancel));

        _database.ReadFailure = null;

        (await store.ReadAsync(Guild, Cancel)).Rules.ShouldHaveSingleItem().Node.Text.ShouldBe("a.one");
    }

    [Fact]
    public async Task Change_DatabaseUnwritable_HoldsAtOnceAndIsWrittenLater()
    {
        var store = Open();
        await AddAsync(store, 10, Deny(Everyone, "a.one"));
        _database.WriteFailure = TroubledDatabase.Full;

        (await AddAsync(store, 10, Deny(Everyone, "a.two"))).ShouldBeFalse();
        (await store.ReadAsync(Guild, Cancel)).Rules.Count.ShouldBe(2);
        (await store.ChangeAsync(Guild, nodes => nodes.Without(rule => rule.Node.Text == "a.one"), Cancel)).ShouldBeFalse();

        _database.WriteFailure = null;
        await _later.StopAsync(Cancel);
        var next = Open();
        (await next.ReadAsync(Guild, Cancel)).Rules.ShouldHaveSingleItem().Node.Text.ShouldBe("a.two");
    }

    [Fact]
    public async Task TryGet_Warm_AllocatesNothing()
    {
        var store = Open();
        await AddAsync(store, 10, Deny(Everyone, "a.one"));
        Repeat(1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Repeat(10_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Repeat(int times)
        {
            for (var i = 0; i < times; i++)
                store.TryGet(Guild, out _);
        }
    }

    private static Task<bool> AddAsync(NodeRuleStore store, ulong guild, NodeRule rule) =>
        store.ChangeAsync(new Snowflake(guild), nodes => nodes.With(rule), Cancel);

    private NodeRuleStore Open() => new(
        _database, _later, new GuildTurns(), Options.Create(new CommandsOptions { CachedGuilds = 100 }), NullLogger<NodeRuleStore>.Instance);
}
