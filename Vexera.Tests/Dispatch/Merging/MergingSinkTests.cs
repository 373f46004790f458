using Vexera.Core.Dispatch.Merging;
using Vexera.Tests.Gateway.Fleet;

namespace Vexera.Tests.Dispatch.Merging;

public sealed class MergingSinkTests
{
    private readonly RecordingSink _next = new();
    private readonly MergeScript _script;

    public MergingSinkTests() => _script = new MergeScript(_next);

    [Fact]
    public async Task OnDispatch_BeforeTheTakeover_HandsOnTheOldSideAlone()
    {
        await _script.MessageAsync(FleetSide.New, 1, "a");
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.MessageAsync(FleetSide.Old, 1, "b");
        await _script.MessageAsync(FleetSide.New, 1, "b");

        Handled().ShouldBe(["Old", "Old"]);
    }

    [Fact]
    public async Task OnDispatch_AfterTheTakeover_HandsOnTheNewSideAlone()
    {
        await _script.TakeOverAsync();
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.MessageAsync(FleetSide.New, 1, "a");
        await _script.MessageAsync(FleetSide.New, 1, "a");

        Handled().ShouldBe(["New", "New"]);
    }

    [Fact]
    public async Task OnDispatch_OldSideBroughtItBeforeTheTakeover_IsDropped()
    {
        _script.Settle();
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.TakeOverAsync();
        await _script.MessageAsync(FleetSide.New, 1, "a");
        await _script.MessageAsync(FleetSide.New, 1, "a");

        Handled().ShouldBe(["Old", "New"]);
    }

    [Theory]
    [InlineData("MESSAGE_CREATE")]
    [InlineData("INTERACTION_CREATE")]
    [InlineData("GUILD_CREATE")]
    public async Task OnDispatch_SameIdWrittenDifferently_IsTheSame(string name)
    {
        _script.Settle();
        await _script.SendAsync(FleetSide.Old, name, """{"id":"7","guild_id":"4194304","nonce":1}""");
        await _script.TakeOverAsync();
        await _script.SendAsync(FleetSide.New, name, """{"guild_id":"4194304","nonce":2,"id":"7"}""");
        await _script.SendAsync(FleetSide.New, name, """{"guild_id":"4194304","nonce":2,"id":"8"}""");

        Handled().ShouldBe(["Old", "New"]);
    }

    [Fact]
    public async Task OnDispatch_SamePayloadOfAnotherName_IsAnotherEvent()
    {
        _script.Settle();
        await _script.SendAsync(FleetSide.Old, "CHANNEL_CREATE", """{"id":"7"}""");
        await _script.TakeOverAsync();
        await _script.SendAsync(FleetSide.New, "CHANNEL_UPDATE", """{"id":"7"}""");

        Handled().ShouldBe(["Old", "New"]);
    }

    [Fact]
    public async Task OnDispatch_DirectMessageOfBothSides_HandsOnOne()
    {
        _script.Settle();
        await _script.SendAsync(FleetSide.Old, "MESSAGE_CREATE", """{"id":"7","channel_id":"5"}""");
        await _script.TakeOverAsync();
        await _script.SendAsync(FleetSide.New, "MESSAGE_CREATE", """{"id":"7","channel_id":"5"}""");

        Handled().ShouldBe(["Old"]);
    }

    [Fact]
    public async Task OnDispatch_NobodyWantsIt_HandsOnTheLeadersWithoutComparing()
    {
        _script.Settle();
        await _script.SendAsync(FleetSide.New, "TYPING_START", "{}");
        await _script.SendAsync(FleetSide.Old, "TYPING_START", "{}");
        await _script.TakeOverAsync();
        await _script.SendAsync(FleetSide.Old, "TYPING_START", "{}");
        await _script.SendAsync(FleetSide.New, "TYPING_START", "{}");

        Handled().ShouldBe(["Old", "New"]);
    }

    [Fact]
    public async Task OnDispatch_OldEventStillWaits_NewOnesOfTheGuildWaitBehindIt()
    {
        _script.Settle();
        _next.Hold = new TaskCompletionSource();
        var first = _script.MessageAsync(FleetSide.Old, 1, "a");
        var twin = _script.MessageAsync(FleetSide.New, 1, "a");
        var taking = _script.TryTakeOverAsync();
        (await _next.NextAsync()).Data.ShouldBe(MergeScript.Message(1, "a"));
        twin.IsCompleted.ShouldBeFalse();
        taking.IsCompleted.ShouldBeFalse();

        _next.Hold.SetResult();
        await Task.WhenAll(first, twin);
        (await taking).ShouldBeTrue();
        await _script.MessageAsync(FleetSide.New, 1, "b");
        Data().ShouldBe([MergeScript.Message(1, "b")]);
    }

    [Fact]
    public async Task OnDispatch_OldEventWasNotTaken_LeavesItToTheNewSide()
    {
        _script.Settle();
        using var stopping = new CancellationTokenSource();
        _script.Stopping = stopping.Token;
        _next.Hold = new TaskCompletionSource();
        var stopped = _script.MessageAsync(FleetSide.Old, 1, "a");
        await stopping.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(stopped);
        _script.Stopping = TestContext.Current.CancellationToken;
        _next.Hold = null;

        await _script.TakeOverAsync();
        await _script.MessageAsync(FleetSide.New, 1, "a");

        Handled().ShouldBe(["Old", "New"]);
    }

    [Fact]
    public async Task OnDispatch_SessionsBeginning_IsTakenFromTheOldSide()
    {
        foreach (var side in new[] { FleetSide.New, FleetSide.Old })
        {
            await _script.SendAsync(side, "READY", """{"guilds":[{"id":"4194304","unavailable":true}]}""");
            await _script.SendAsync(side, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
            await _script.SendAsync(side, "RESUMED", "{}");
        }

        Handled().ShouldBe(["Old", "Old", "Old"]);
    }

    // The old session had begun before, so its GUILD_CREATE does not come again.
    [Fact]
    public async Task OnDispatch_NewSessionsPicture_AwaitsNoTwin()
    {
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304"},{"id":"8388608"}]}""");
        _script.Sink.Awaited.ShouldBe(2);
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        _script.Sink.Awaited.ShouldBe(1);
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"8388608","name":"g"}""");
        _script.Sink.Awaited.ShouldBe(0);

        await _script.TakeOverAsync();
    }

    [Theory]
    [InlineData(FleetSide.Old, FleetSide.New)]
    [InlineData(FleetSide.New, FleetSide.Old)]
    internal async Task OnDispatch_GuildJoinedMeanwhile_HandsOnOne(FleetSide first, FleetSide second)
    {
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[]}""");
        await _script.SendAsync(first, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.SendAsync(second, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.TakeOverAsync();
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");

        Handled().ShouldBe(["Old", "New"]);
    }

    // The new session began before the bot left, and is behind: what it lists must not bring the guild back.
    [Fact]
    public async Task OnDispatch_GuildLeftMeanwhile_StaysLeft()
    {
        await _script.SendAsync(FleetSide.Old, "GUILD_DELETE", """{"id":"4194304"}""");
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304","unavailable":true}]}""");
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.SendAsync(FleetSide.New, "GUILD_DELETE", """{"id":"4194304"}""");
        await _script.TakeOverAsync();

        Handled().ShouldBe(["Old"]);
    }

    // An outage that ends long after READY is told to both sides.
    [Fact]
    public async Task OnDispatch_OutageEndsAfterTheTakeover_HandsOnOne()
    {
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304","unavailable":true}]}""");
        await _script.TakeOverAsync();
        await _script.SendAsync(FleetSide.Old, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");

        Handled().ShouldBe(["New"]);
    }

    [Theory]
    [InlineData(FleetSide.Old, FleetSide.New)]
    [InlineData(FleetSide.New, FleetSide.Old)]
    internal async Task OnDispatch_OutageEndsBeforeTheTakeover_HandsOnOne(FleetSide first, FleetSide second)
    {
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304","unavailable":true}]}""");
        _script.Settle();
        await _script.SendAsync(first, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.SendAsync(second, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        (await _script.TryTakeOverAsync()).ShouldBeTrue();
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");

        Handled().ShouldBe(["Old", "New"]);
    }

    // Everything of such a session happened after what the old side brought, so an equal event is another one.
    [Fact]
    public async Task OnDispatch_NewShardBeginsAgainAfterTheTakeover_HandsOnAll()
    {
        _script.Settle();
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.TakeOverAsync();
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304"}]}""");
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.MessageAsync(FleetSide.New, 1, "a");
        await _script.SendAsync(FleetSide.New, "RESUMED", "{}");

        Handled().ShouldBe(["Old", "New", "New", "New", "New"]);
    }

    // A guild's own changes keep their place among its events: what lies before them is passed by.
    [Fact]
    public async Task OnDispatch_GuildChangesItself_IsInOrderWithItsOtherEvents()
    {
        _script.Settle();
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.SendAsync(FleetSide.Old, "GUILD_UPDATE", """{"id":"4194304"}""");
        await _script.SendAsync(FleetSide.New, "GUILD_UPDATE", """{"id":"4194304"}""");
        (await _script.TryTakeOverAsync()).ShouldBeTrue();
        await _script.MessageAsync(FleetSide.New, 1, "a");

        Handled().ShouldBe(["Old", "Old", "New"]);
    }

    [Fact]
    public async Task OnDispatch_Resumed_HasNoTwin()
    {
        _script.Settle();
        await _script.SendAsync(FleetSide.Old, "RESUMED", "{}");
        (await _script.TryTakeOverAsync()).ShouldBeTrue();
        await _script.SendAsync(FleetSide.New, "RESUMED", "{}");

        Handled().ShouldBe(["Old", "New"]);
    }

    [Fact]
    public async Task OnDispatch_GuildIsListedTwice_AwaitsItOnce()
    {
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304"}]}""");
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304"}]}""");

        _script.Sink.Awaited.ShouldBe(1);
    }

    [Fact]
    public async Task OnDispatch_ListedGuildIsLeft_AwaitsItNoMore()
    {
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304"}]}""");

        await _script.SendAsync(FleetSide.New, "GUILD_DELETE", """{"id":"4194304"}""");

        _script.Sink.Awaited.ShouldBe(0);
    }

    private string[] Handled() => [.. Received().Select(one => one.SessionId)];

    private string[] Data() => [.. Received().Select(one => one.Data)];

    private IEnumerable<RecordingSink.Received> Received()
    {
        while (_next.TryNext() is { } next)
            yield return next;
    }
}
