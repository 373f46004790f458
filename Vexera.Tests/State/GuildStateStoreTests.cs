using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Tests.Support;

namespace Vexera.Tests.State;

/// <summary>What nobody but Discord can tell is asked of Discord.</summary>
public sealed class GuildStateStoreTests : IDisposable
{
    private readonly StateBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void CountAwaited_ListedGuilds_CountUntilTheyArrive()
    {
        _bench.Ready(10, 11, 12);
        _bench.Guilds.CountAwaited().ShouldBe(3);

        _bench.Create(10);
        _bench.Create(13);

        _bench.Guilds.CountAwaited().ShouldBe(2);
    }

    [Fact]
    public async Task FindAsync_AtHand_AsksNobody()
    {
        _bench.Create(10);

        (await _bench.Guilds.FindAsync(new Snowflake(10), Token)).ShouldHoldWhat(_bench.StateOf(10)!);
        _bench.Source.Asked.ShouldBe(0);
        _bench.Reads.ShouldBe(0);
    }

    [Fact]
    public async Task FindAsync_NotInTheGuild_AsksNobody()
    {
        (await _bench.Guilds.FindAsync(new Snowflake(10), Token)).ShouldBeNull();
        _bench.Source.Asked.ShouldBe(0);
        _bench.Reads.ShouldBe(0);
    }

    [Fact]
    public async Task FindAsync_NoRecordAnywhere_AsksOnceForAllWhoWait()
    {
        _bench.Ready(10);
        _bench.Create(10, StateBench.ChannelOf(20));
        var before = _bench.StateOf(10)!;
        await _bench.LoseRecordsAsync();
        _bench.Guilds.TryGet(new Snowflake(10), out _).ShouldBeFalse();
        var answer = new TaskCompletionSource<GuildSnapshot?>();
        _bench.Source.Answer = _ => answer.Task;

        var callers = Enumerable.Range(0, 50).Select(_ => Find(10)).ToArray();
        answer.SetResult(Snapshot(10, StateBench.ChannelOf(20)));

        foreach (var state in await Task.WhenAll(callers))
            state.ShouldHoldWhat(before with { JoinedAt = null });
        _bench.Source.Asked.ShouldBe(1);
        _bench.Fetches.ShouldBe(1);
        _bench.Reads.ShouldBe(1);
        _bench.StateOf(10).ShouldNotBeNull();
        _bench.Guilds.Count.ShouldBe(1);
    }

    [Fact]
    public async Task FindAsync_AskedOfDiscord_IsOnDiskAfterTheNextCommit()
    {
        _bench.Create(10);
        await _bench.LoseRecordsAsync();
        _bench.Source.Answer = _ => Task.FromResult<GuildSnapshot?>(Snapshot(10, StateBench.ChannelOf(20)));
        await Find(10);
        await _bench.CommitAsync();
        _bench.Purge();

        (await Find(10))!.Channels.Keys.ShouldBe([new Snowflake(20)]);
        _bench.Source.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task FindAsync_EventWhileAsking_AsksAgain()
    {
        _bench.Create(10);
        await _bench.LoseRecordsAsync();
        var old = new TaskCompletionSource<GuildSnapshot?>();
        var answers = new Queue<Task<GuildSnapshot?>>([old.Task, Task.FromResult<GuildSnapshot?>(Snapshot(10, StateBench.ChannelOf(20)))]);
        _bench.Source.Answer = _ => answers.Dequeue();

        var caller = Find(10);
        _bench.Apply(new ChannelCreateEvent(StateBench.ChannelOf(20, guild: 10)));
        old.SetResult(Snapshot(10));

        (await caller)!.Channels.Keys.ShouldBe([new Snowflake(20)]);
        _bench.Source.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task FindAsync_GuildSentWhileAsking_TakesWhatWasSent()
    {
        _bench.Ready(10);
        var answer = new TaskCompletionSource<GuildSnapshot?>();
        _bench.Source.Answer = _ => answer.Task;

        var caller = Find(10);
        _bench.Create(10, StateBench.ChannelOf(20));
        answer.SetResult(Snapshot(10));

        (await caller)!.Channels.Keys.ShouldBe([new Snowflake(20)]);
    }

    [Fact]
    public async Task FindAsync_LeftAndJoinedWhileAsking_KeepsNothingOfBefore()
    {
        _bench.Ready(10);
        var answer = new TaskCompletionSource<GuildSnapshot?>();
        _bench.Source.Answer = _ => answer.Task;

        var caller = Find(10);
        _bench.Apply(new GuildDeleteEvent(new Snowflake(10), Unavailable: false));
        _bench.Create(10, StateBench.ChannelOf(20));
        answer.SetResult(Snapshot(10));
        await caller;

        _bench.StateOf(10)!.Channels.Keys.ShouldBe([new Snowflake(20)]);
        await _bench.CommitAsync();
        _bench.Purge();
        (await Find(10))!.Channels.Keys.ShouldBe([new Snowflake(20)]);
    }

    [Fact]
    public async Task FindAsync_SourceFails_EveryoneHearsAndTheNextAsksAgain()
    {
        _bench.Ready(10);
        _bench.Source.Answer = _ => Task.FromException<GuildSnapshot?>(new IOException("down"));

        (await Should.ThrowAsync<IOException>(() => Find(10))).Message.ShouldBe("down");

        _bench.Source.Answer = _ => Task.FromResult<GuildSnapshot?>(Snapshot(10));
        (await Find(10)).ShouldNotBeNull();
    }

    [Fact]
    public async Task FindAsync_CallerLeaves_OthersStillGetTheAnswer()
    {
        _bench.Ready(10);
        var answer = new TaskCompletionSource<GuildSnapshot?>();
        _bench.Source.Answer = _ => answer.Task;
        using var leaving = new CancellationTokenSource();

        var leaver = _bench.Guilds.FindAsync(new Snowflake(10), leaving.Token).AsTask();
        var stayer = Find(10);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leaver);
        answer.SetResult(Snapshot(10));

        (await stayer).ShouldNotBeNull();
        _bench.Source.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task FindAsync_InAnOutage_SaysSo()
    {
        _bench.Create(10);
        _bench.Apply(new GuildDeleteEvent(new Snowflake(10), Unavailable: true));
        await _bench.LoseRecordsAsync();
        _bench.Source.Answer = _ => Task.FromResult<GuildSnapshot?>(Snapshot(10));

        (await Find(10))!.Available.ShouldBeFalse();
    }

    private static GuildSnapshot Snapshot(ulong id, params Channel[] channels) =>
        new(StateBench.GuildOf(id) with { JoinedAt = null, MemberCount = null, Members = [] }, channels, new Member { User = StateBench.Bot, Roles = [new Snowflake(7)] });

    private Task<GuildState?> Find(ulong id) => _bench.Guilds.FindAsync(new Snowflake(id), Token).AsTask();
}
