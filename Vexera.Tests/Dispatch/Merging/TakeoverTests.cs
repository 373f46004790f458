using Vexera.Core.Discord;
using Vexera.Core.Dispatch.Merging;
using Vexera.Tests.Gateway.Fleet;
using Vexera.Tests.Support;

namespace Vexera.Tests.Dispatch.Merging;

/// <summary>When the new fleet may take over, and when not.</summary>
public sealed class TakeoverTests
{
    private const string OneGuild = """{"guilds":[{"id":"4194304","unavailable":true}]}""";
    private readonly RecordingSink _next = new();
    private readonly MergeScript _script;

    public TakeoverTests() => _script = new MergeScript(_next);

    [Theory]
    [InlineData(FleetSide.Old)]
    [InlineData(FleetSide.New)]
    internal async Task TryTakeOver_ThreeHorizonsAfterTheLastSessionBegan_NotBefore(FleetSide side)
    {
        _script.Time.Advance(TimeSpan.FromHours(1));
        await _script.SendAsync(side, "READY", """{"guilds":[]}""");

        _script.Sink.SettlesIn.ShouldBe(_script.Timing.Horizon * 3);
        _script.Time.Advance((_script.Timing.Horizon * 3) - TimeSpan.FromSeconds(1));
        (await _script.TryTakeOverAsync()).ShouldBeFalse();
        _script.Time.Advance(TimeSpan.FromSeconds(1));
        (await _script.TryTakeOverAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task TryTakeOver_AShardIsNotReady_ChangesNothing()
    {
        _script.Settle();

        (await _script.TryTakeOverAsync(isReady: false)).ShouldBeFalse();

        await _script.MessageAsync(FleetSide.New, 1, "a");
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        (await _next.NextAsync()).SessionId.ShouldBe("Old");
    }

    [Fact]
    public async Task TryTakeOver_ListedGuildDidNotCome_IsRefusedUntilItDoes()
    {
        _script.Guilds.Set(TestGuild.State with { Id = new Snowflake(4194304) });
        await _script.SendAsync(FleetSide.New, "READY", OneGuild);
        _script.Settle();

        (await _script.TryTakeOverAsync()).ShouldBeFalse();

        await _script.SendAsync(FleetSide.New, "GUILD_CREATE", """{"id":"4194304"}""");
        await _script.SendAsync(FleetSide.Old, "GUILD_CREATE", """{"id":"4194304"}""");
        (await _script.TryTakeOverAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryTakeOver_ListedGuildIsInAnOutageOrUnknown_DoesNotWaitForIt(bool isKnown)
    {
        if (isKnown)
            _script.Guilds.Set(TestGuild.State with { Id = new Snowflake(4194304), Available = false });
        await _script.SendAsync(FleetSide.New, "READY", OneGuild);
        _script.Settle();

        (await _script.TryTakeOverAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task TryTakeOver_NobodyKnowsWhetherTheGuildIsInAnOutage_WaitsForIt()
    {
        _script.Guilds.Failure = new IOException("no route");
        await _script.SendAsync(FleetSide.New, "READY", OneGuild);
        _script.Settle();

        (await _script.TryTakeOverAsync()).ShouldBeFalse();

        _script.Guilds.Failure = null;
        (await _script.TryTakeOverAsync()).ShouldBeTrue();
    }

    // The old side is behind: the new one is held until it has caught up, and only then goes on.
    [Fact]
    public async Task TryTakeOver_OldSideIsBehind_WaitsForItAndKeepsTheOrder()
    {
        _script.Settle();
        await _script.MessageAsync(FleetSide.New, 1, "a");
        await _script.MessageAsync(FleetSide.New, 2, "b");
        var taking = _script.TryTakeOverAsync();
        var later = _script.MessageAsync(FleetSide.New, 1, "c");
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        taking.IsCompleted.ShouldBeFalse();
        later.IsCompleted.ShouldBeFalse();

        await _script.MessageAsync(FleetSide.Old, 2, "b");

        (await taking).ShouldBeTrue();
        await later;
        (await _next.NextAsync()).Data.ShouldBe(MergeScript.Message(1, "a"));
        (await _next.NextAsync()).Data.ShouldBe(MergeScript.Message(2, "b"));
        (await _next.NextAsync()).Data.ShouldBe(MergeScript.Message(1, "c"));
    }

    [Fact]
    public async Task TryTakeOver_OldSideStaysBehind_LetsTheNewSideGoOnUncounted()
    {
        _script.Settle();
        await _script.MessageAsync(FleetSide.New, 1, "a");
        var taking = _script.TryTakeOverAsync();
        var later = _script.MessageAsync(FleetSide.New, 1, "b");
        later.IsCompleted.ShouldBeFalse();

        _script.Time.Advance(_script.Timing.HoldFor);

        (await taking).ShouldBeFalse();
        await later;
        _next.IsEmpty.ShouldBeTrue();
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.MessageAsync(FleetSide.Old, 1, "b");
        (await _script.TryTakeOverAsync()).ShouldBeFalse();
        _script.Time.Advance(_script.Timing.Horizon);
        (await _script.TryTakeOverAsync()).ShouldBeTrue();
    }

    // Equal to what happened just before the new session began, when the old side alone brought it.
    [Fact]
    public async Task TryTakeOver_EqualEventsAroundTheBeginning_LosesNoneAfterwards()
    {
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.SendAsync(FleetSide.New, "READY", """{"guilds":[]}""");
        await _script.MessageAsync(FleetSide.New, 1, "a");
        await _script.MessageAsync(FleetSide.Old, 1, "a");
        await _script.TakeOverAsync();

        await _script.MessageAsync(FleetSide.New, 1, "a");

        (await _next.NextAsync()).SessionId.ShouldBe("Old");
        (await _next.NextAsync()).SessionId.ShouldBe("Old");
        (await _next.NextAsync()).SessionId.ShouldBe("New");
    }

    [Theory]
    [InlineData(FleetSide.Old)]
    [InlineData(FleetSide.New)]
    internal async Task TryTakeOver_SessionBeginsWhileItWaits_IsRefused(FleetSide side)
    {
        _script.Settle();
        await _script.MessageAsync(FleetSide.New, 1, "a");
        var taking = _script.TryTakeOverAsync();
        await _script.SendAsync(side, "READY", """{"guilds":[]}""");

        await _script.MessageAsync(FleetSide.Old, 1, "a");

        (await taking).ShouldBeFalse();
    }

    [Fact]
    public async Task TryTakeOver_Stopped_Ends()
    {
        _script.Settle();
        using var stopping = new CancellationTokenSource();
        _script.Stopping = stopping.Token;
        await _script.MessageAsync(FleetSide.New, 1, "a");
        var taking = _script.TryTakeOverAsync();

        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(taking);
    }
}
