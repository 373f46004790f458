using Vexera.Core.Discord;
using Vexera.Core.Dispatch.Merging;
using Vexera.Core.Events;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;
using Vexera.Tests.Gateway.Fleet;

namespace Vexera.Tests.Dispatch.Merging;

/// <summary>What is on disk when the bot is killed right after a takeover.</summary>
public sealed class TakeoverSessionsTests
{
    private const string Ready = """{"guilds":[],"resume_gateway_url":"wss://resume"}""";
    private static readonly ShardKey OldShard = new(0, 1);
    private static readonly ShardKey NewShard = new(0, 2);
    private readonly MergeScript _script = new(new RecordingSink());

    [Fact]
    public async Task BeforeTheTakeover_NewSessions_AreNotKept()
    {
        await BringAsync();
        _script.Settle();

        (await _script.TryTakeOverAsync(isReady: false)).ShouldBeFalse();

        _script.Journal.Prepare().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task TakeOver_NewSessions_AreKeptWithTheirAddressAfterTheLastEventOfBothSides()
    {
        var last = await BringAsync();
        await _script.TakeOverAsync();

        Session().ShouldBe((NewShard, "New", "wss://resume", last));
        // The writer is woken for it.
        await _script.Journal.WhenSessionBeginsAsync(TestContext.Current.CancellationToken);
    }

    // The commit of the new session holds all that the old one changed, for the old shard's own may never come.
    [Fact]
    public async Task TakeOver_OldChangesNotOnDisk_GoThereWithTheNewSession()
    {
        var here = new GuildWrite(new Snowflake(2UL << 22), 5, true, new byte[] { 1 });
        var elsewhere = new GuildWrite(new Snowflake(3UL << 22), 5, true, new byte[] { 1 });
        _script.Journal.Write(OldShard, here);
        _script.Journal.Write(OldShard, elsewhere);
        await BringAsync();
        await _script.TakeOverAsync();
        _script.Journal.End(OldShard);

        var commit = _script.Journal.Prepare();
        _script.Journal.Committed(commit);

        commit.State.Guilds.ShouldBe([here]);
        commit.State.Ended.ShouldBe([OldShard]);
        _script.Journal.Uncommitted.ShouldBe(1);
    }

    [Fact]
    public async Task TwinDroppedAfterTheTakeover_KilledAndResumed_IsNotHandledAgain()
    {
        await BringAsync();
        _script.Settle();
        await _script.MessageAsync(FleetSide.Old, 1, "b");
        (await _script.TryTakeOverAsync()).ShouldBeTrue();
        await _script.MessageAsync(FleetSide.New, 1, "b");
        var (_, _, _, sequence) = Session();

        sequence.ShouldBe(_script.Sequence);
        var restarted = new StateJournal();
        restarted.Restore(_script.Journal.Prepare().State.Sessions);
        restarted.Of(NewShard).Accept(new EventOrigin(0, 2, "New", sequence, 0), begins: false).ShouldBe(EventVerdict.Stale);
    }

    // The number of the last event.
    private async Task<long> BringAsync()
    {
        await _script.SendAsync(FleetSide.New, "READY", Ready);
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.MessageAsync(FleetSide.New, 1, "a");
        return _script.Sequence;
    }

    private (ShardKey Shard, string Id, string? ResumeUrl, long Sequence) Session()
    {
        var session = _script.Journal.Prepare().State.Sessions.ShouldHaveSingleItem();
        session.Handled.IsEmpty.ShouldBeTrue();
        return (session.Shard, session.SessionId, session.ResumeUrl, session.Sequence);
    }
}
