using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Core.State.Durable;
using Vexera.Tests.State.Durable;
using Vexera.Tests.Support;

namespace Vexera.Tests.State;

/// <summary>What is not in the cache is in the journal or on disk, and a change finds what it changes.</summary>
public sealed class GuildRecordsTests : IDisposable
{
    private readonly InMemoryStateStore _disk = new();
    private readonly StateBench _bench;

    public GuildRecordsTests() => _bench = new StateBench(store: _disk);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void TryGet_PurgedBeforeTheCommit_IsStillThere()
    {
        _bench.Create(10, StateBench.ChannelOf(20));

        _bench.Purge();

        _bench.StateOf(10)!.Channels.Keys.ShouldBe([new Snowflake(20)]);
        _bench.Reads.ShouldBe(0);
    }

    [Fact]
    public async Task FindAsync_PurgedAfterTheCommit_ReadsTheDiskOnceForAllWhoWait()
    {
        _bench.Create(10, StateBench.ChannelOf(20));
        var before = _bench.StateOf(10)!;
        await _bench.CommitAsync();
        _bench.Purge();
        var gate = new TaskCompletionSource();
        _disk.Gate = gate.Task;

        var callers = Enumerable.Range(0, 50).Select(_ => Find(10)).ToArray();
        gate.SetResult();

        foreach (var state in await Task.WhenAll(callers))
            state.ShouldHoldWhat(before);
        _disk.Reads.ShouldBe(1);
        _bench.Reads.ShouldBe(1);
        _bench.Source.Asked.ShouldBe(0);
        _bench.StateOf(10).ShouldHoldWhat(before);
    }

    [Fact]
    public async Task ChangeAsync_NotInMemory_WaitsForTheDiskAndKnowsBeforeAndAfter()
    {
        _bench.Create(10, StateBench.ChannelOf(20));
        await _bench.CommitAsync();
        _bench.Purge();
        var gate = new TaskCompletionSource();
        _disk.Gate = gate.Task;

        var applying = _bench.ApplyAsync(new ChannelCreateEvent(StateBench.ChannelOf(21, guild: 10)));
        applying.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        var change = await applying;

        change.Before!.Channels.Keys.ShouldBe([new Snowflake(20)]);
        change.After!.Channels.Keys.ShouldBe([new Snowflake(20), new Snowflake(21)]);
        _bench.StateOf(10).ShouldHoldWhat(change.After);
        _bench.Source.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task ReadAsync_ChangedBetweenTheLookInMemoryAndTheRead_TheDiskDoesNotTakeItsPlace()
    {
        _bench.Create(10, StateBench.ChannelOf(20));
        await _bench.CommitAsync();
        var (before, known, shard) = (_bench.StateOf(10)!, new KnownGuild(new Snowflake(10)), new ShardKey(0, 1));
        var channel = StateBench.ChannelOf(21, guild: 10);
        var after = before with { Channels = before.Channels.SetItem(channel.Id, channel) };

        _bench.Records.Keep(known, after, shard);
        var read = await _bench.Records.ReadAsync(known);

        read.State.ShouldHoldWhat(after);
        _bench.Records.AtHand(known).ShouldHoldWhat(after);
    }

    [Fact]
    public async Task ChangeAsync_WhileALookUpReads_TheChangeIsNotLost()
    {
        _bench.Create(10);
        await _bench.CommitAsync();
        _bench.Purge();
        var gate = new TaskCompletionSource();
        _disk.Gate = gate.Task;
        var caller = Find(10);

        // The guild arrives whole, which needs no read; what the read brings is then old.
        _bench.Ready(10);
        _bench.Create(10, StateBench.ChannelOf(21));
        gate.SetResult();

        (await caller)!.Channels.Keys.ShouldBe([new Snowflake(21)]);
        _bench.StateOf(10)!.Channels.Keys.ShouldBe([new Snowflake(21)]);
    }

    [Fact]
    public async Task ChangeAsync_DiskOutOfReach_TheRecordIsDroppedAndDiscordAsked()
    {
        _bench.Create(10, StateBench.ChannelOf(20));
        await _bench.CommitAsync();
        _bench.Purge();
        _disk.Fails = true;

        var change = await _bench.ApplyAsync(new ChannelCreateEvent(StateBench.ChannelOf(21, guild: 10)));

        change.Before.ShouldBeNull();
        change.After.ShouldBeNull();
        _disk.Fails = false;
        _bench.Source.Answer = _ => Task.FromResult<GuildSnapshot?>(SnapshotOf(20, 21));
        (await Find(10))!.Channels.Keys.ShouldBe([new Snowflake(20), new Snowflake(21)]);
        _bench.Fetches.ShouldBe(1);
    }

    [Fact]
    public async Task ChangeAsync_DiskOutOfReach_TheOldRowIsNotReadAfterARestart()
    {
        _bench.Create(10, StateBench.ChannelOf(20));
        await _bench.CommitAsync();
        _bench.Purge();
        _disk.Fails = true;
        await _bench.ApplyAsync(new ChannelCreateEvent(StateBench.ChannelOf(21, guild: 10)));
        _disk.Fails = false;
        await _bench.CommitAsync();

        using var next = new StateBench(store: _disk);
        next.Source.Answer = _ => Task.FromResult<GuildSnapshot?>(SnapshotOf(20, 21));

        (await next.Guilds.FindAsync(new Snowflake(10), Token))!.Channels.Keys.ShouldBe([new Snowflake(20), new Snowflake(21)]);
    }

    [Fact]
    public async Task FindAsync_DiskOutOfReach_AsksDiscord()
    {
        _bench.Create(10);
        await _bench.CommitAsync();
        _bench.Purge();
        _disk.Fails = true;
        _bench.Source.Answer = _ => Task.FromResult<GuildSnapshot?>(SnapshotOf(20));

        (await Find(10))!.Channels.Keys.ShouldBe([new Snowflake(20)]);
        _bench.Log.Lines.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task FindAsync_DamagedOnDisk_AsksDiscordSaysSoAndIsMendedByTheNextCommit()
    {
        await _disk.CommitAsync(new StateCommit([new GuildWrite(new Snowflake(10), 3, true, new byte[] { 1, 2, 3 })], [], []), Token);
        using var bench = new StateBench(store: _disk);
        bench.Source.Answer = _ => Task.FromResult<GuildSnapshot?>(SnapshotOf(20));
        bench.Apply(new GuildMemberRemoveEvent(new Snowflake(10), new User { Id = new Snowflake(3), Username = "x" }));

        var found = await bench.Guilds.FindAsync(new Snowflake(10), Token);

        found!.MemberCount.ShouldBe(2);
        bench.Log.Lines.ShouldContain(line => line.Text.Contains("damaged", StringComparison.Ordinal));
        await bench.CommitAsync();
        bench.Purge();
        (await bench.Guilds.FindAsync(new Snowflake(10), Token)).ShouldHoldWhat(found);
        bench.Source.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Restore_GuildsOfBefore_AreKnownAndNotNew()
    {
        _bench.Create(10);
        _bench.Create(11);
        _bench.Apply(new GuildDeleteEvent(new Snowflake(11), Unavailable: true));
        await _bench.CommitAsync();

        using var next = new StateBench(store: _disk);

        next.Guilds.Count.ShouldBe(2);
        next.Create(10).Event.ShouldBeOfType<GuildCreateEvent>().Kind.ShouldBe(GuildCreateKind.AvailableAgain);
        next.Create(12).Event.ShouldBeOfType<GuildCreateEvent>().Kind.ShouldBe(GuildCreateKind.Joined);
        (await next.Guilds.FindAsync(new Snowflake(11), Token))!.Available.ShouldBeFalse();
    }

    [Fact]
    public async Task Restore_GuildGoneWhileAway_RaisesGuildLeftWithWhatWasKnown()
    {
        _bench.Create(10, StateBench.ChannelOf(20));
        _bench.Create(11);
        await _bench.CommitAsync();
        using var next = new StateBench(store: _disk);

        var raised = next.Ready(11).Raised.ShouldHaveSingleItem();

        raised.Event.ShouldBe(new GuildLeftEvent(new Snowflake(10), GuildLeftReason.WhileAway));
        raised.Before!.Channels.Keys.ShouldBe([new Snowflake(20)]);
        await next.CommitAsync();
        (await _disk.LoadAsync(Token)).Guilds.Select(guild => guild.GuildId).ShouldBe([new Snowflake(11)]);
    }

    [Fact]
    public async Task Await_GuildListedForTheFirstTime_IsKnownOnDiskBeforeItIsSent()
    {
        _bench.Ready(10);
        await _bench.CommitAsync();

        using var next = new StateBench(store: _disk);

        next.Create(10).Event.ShouldBeOfType<GuildCreateEvent>().Kind.ShouldNotBe(GuildCreateKind.Joined);
    }

    [Fact]
    public async Task ArriveAsync_WithoutTheBotsMembership_TakesItFromTheDisk()
    {
        _bench.Ready(10);
        _bench.Create(10);
        await _bench.CommitAsync();
        _bench.Purge();

        var change = await _bench.ApplyAsync(new GuildCreateEvent(StateBench.GuildOf(10) with { Members = [] }));

        change.After!.Self.ShouldNotBeNull().User.ShouldBe(StateBench.Bot);
    }

    [Fact]
    public async Task Cache_SmallerThanTheGuilds_StaysWithinItsSizeAndForgetsNoGuild()
    {
        using var bench = new StateBench(cacheMegabytes: 1, store: _disk);
        var channels = Enumerable.Range(1, 200).Select(id => StateBench.ChannelOf((ulong)id << 32)).ToArray();
        for (ulong id = 1; id <= 1000; id++)
            bench.Create(id, channels);
        await bench.CommitAsync();

        bench.Guilds.Count.ShouldBe(1000);
        var size = 200 * 10;
        Enumerable.Range(1, 1000).Count(id => bench.StateOf((ulong)id) is not null).ShouldBeInRange(1, 1024 * 1024 / size);
        for (ulong id = 1; id <= 1000; id++)
            (await bench.Guilds.FindAsync(new Snowflake(id), Token)).ShouldNotBeNull().Channels.Count.ShouldBe(200);
        bench.Source.Asked.ShouldBe(0);
    }

    [Fact]
    public void Cache_EntryOverhead_IsNearWhatAnEntryTakes()
    {
        using var probe = new MetricsProbe();
        using var empty = new GuildCache(1_000_000, probe.Metrics);
        using var cache = new GuildCache(1_000_000, probe.Metrics);
        var guilds = Enumerable.Range(0, 1000).Select(id => new KnownGuild(new Snowflake((ulong)id))).ToArray();
        foreach (var guild in guilds)
            cache.Set(guild, new byte[100]);

        var each = (RetainedSize.Of([cache, .. guilds]) - RetainedSize.Of([empty, .. guilds])) / guilds.Length;

        (100L + GuildCache.EntryOverhead).ShouldBeInRange(each - 50, each + 100);
    }

    private static GuildSnapshot SnapshotOf(params ulong[] channels) => new(
        StateBench.GuildOf(10) with { JoinedAt = null, MemberCount = null, Members = [] },
        [.. channels.Select(id => StateBench.ChannelOf(id))],
        new Member { User = StateBench.Bot });

    private Task<GuildState?> Find(ulong id) => _bench.Guilds.FindAsync(new Snowflake(id), Token).AsTask();
}
