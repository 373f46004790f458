using Vexera.Core.Dispatch.Merging;
using Vexera.Tests.Gateway.Fleet;

namespace Vexera.Tests.Dispatch.Merging;

public sealed class MergingSinkTests
{
    private readonly RecordingSink _next = new();
    private readonly MergeScript _script;

    public MergingSinkTests() => _script = new MergeScript(_next);

    [Theory]
    [InlineData("MESSAGE_CREATE")]
    [InlineData("INTERACTION_CREATE")]
    public async Task OnDispatch_SameIdWrittenDifferently_HandsOnOne(string name)
    {
        await _script.SendAsync(FleetSide.New, name, """{"id":"7","guild_id":"4194304","nonce":1}""");
        await _script.SendAsync(FleetSide.Old, name, """{"guild_id":"4194304","nonce":2,"id":"7"}""");
        await _script.SendAsync(FleetSide.Old, name, """{"guild_id":"4194304","nonce":2,"id":"8"}""");

        Handled().ShouldBe(["New", "Old"]);
    }

    [Fact]
    public async Task OnDispatch_SamePayloadOfAnotherName_IsAnotherEvent()
    {
        await _script.SendAsync(FleetSide.Old, "CHANNEL_CREATE", """{"id":"7"}""");
        await _script.SendAsync(FleetSide.New, "CHANNEL_UPDATE", """{"id":"7"}""");

        Handled().ShouldBe(["Old", "New"]);
    }

    [Fact]
    public async Task OnDispatch_DirectMessageOfBothSides_HandsOnOne()
    {
        await _script.SendAsync(FleetSide.Old, "MESSAGE_CREATE", """{"id":"7","channel_id":"5"}""");
        await _script.SendAsync(FleetSide.New, "MESSAGE_CREATE", """{"id":"7","channel_id":"5"}""");

        Handled().ShouldBe(["Old"]);
    }

    [Fact]
    public async Task OnDispatch_FirstStillWaits_LaterEventsOfTheGuildWaitBehindIt()
    {
        _next.Hold = new TaskCompletionSource();
        var first = _script.MessageAsync(FleetSide.Old, 1, "a");
        var twin = _script.MessageAsync(FleetSide.New, 1, "a");
        var second = _script.MessageAsync(FleetSide.New, 1, "b");
        (await _next.NextAsync()).Data.ShouldBe(MergeScript.Message(1, "a"));

        _next.IsEmpty.ShouldBeTrue();
        twin.IsCompleted.ShouldBeFalse();
        var elsewhere = _script.MessageAsync(FleetSide.New, 2, "c");
        (await _next.NextAsync()).Data.ShouldBe(MergeScript.Message(2, "c"));

        _next.Hold.SetResult();
        await Task.WhenAll(first, twin, second, elsewhere);
        Data().ShouldBe([MergeScript.Message(1, "b")]);
    }

    [Fact]
    public async Task OnDispatch_FirstWasStoppedWhileWaiting_HandsOnItsTwin()
    {
        using var stopping = new CancellationTokenSource();
        _script.Stopping = stopping.Token;
        _next.Hold = new TaskCompletionSource();
        var first = _script.MessageAsync(FleetSide.Old, 1, "a");
        await _next.NextAsync();
        _script.Stopping = TestContext.Current.CancellationToken;
        var twin = _script.MessageAsync(FleetSide.New, 1, "a");
        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        (await _next.NextAsync()).SessionId.ShouldBe("New");
        _next.Hold.SetResult();
        await twin;
    }

    [Fact]
    public async Task OnDispatch_EqualEventAfterTwoHorizons_IsAnotherEvent()
    {
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        _script.Time.Advance(MergeScript.Horizon * 2);
        await _script.MessageAsync(FleetSide.New, 1, "a");

        Handled().ShouldBe(["Old", "New"]);
    }

    [Fact]
    public async Task OnDispatch_TwinWithinTheHorizon_IsDropped()
    {
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        _script.Time.Advance(MergeScript.Horizon);
        await _script.MessageAsync(FleetSide.New, 1, "a");

        Handled().ShouldBe(["Old"]);
    }

    [Fact]
    public async Task OnDispatch_NewSessionsBeginning_IsNotHandedOn()
    {
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304","unavailable":true}]}""");
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.SendAsync(FleetSide.New, "RESUMED", "{}");

        Handled().ShouldBeEmpty();
    }

    [Fact]
    public async Task OnDispatch_OldSessionBeginsAgain_IsHandedOn()
    {
        await _script.SendAsync(FleetSide.Old, "READY", """{"guilds":[{"id":"4194304","unavailable":true}]}""");
        await _script.SendAsync(FleetSide.Old, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");

        Handled().ShouldBe(["Old", "Old"]);
    }

    [Theory]
    [InlineData(FleetSide.Old, FleetSide.New)]
    [InlineData(FleetSide.New, FleetSide.Old)]
    internal async Task OnDispatch_GuildJoinedMeanwhile_HandsOnOne(FleetSide first, FleetSide second)
    {
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[]}""");
        await _script.SendAsync(first, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.SendAsync(second, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");

        Handled().ShouldBe([first.ToString()]);
    }

    // The new session began before the bot left, and is behind: what it lists must not bring the guild back.
    [Fact]
    public async Task OnDispatch_GuildLeftMeanwhile_StaysLeft()
    {
        await _script.SendAsync(FleetSide.Old, "GUILD_DELETE", """{"id":"4194304"}""");
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[{"id":"4194304","unavailable":true}]}""");
        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304","name":"g"}""");
        await _script.SendAsync(FleetSide.New, "GUILD_DELETE", """{"id":"4194304"}""");

        Handled().ShouldBe(["Old"]);
    }

    private string[] Handled() => [.. Received().Select(one => one.SessionId)];

    private string[] Data() => [.. Received().Select(one => one.Data)];

    private IEnumerable<RecordingSink.Received> Received()
    {
        while (_next.TryNext() is { } next)
            yield return next;
    }
}
