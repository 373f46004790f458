using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch.Merging;
using Vexera.Core.Gateway.Fleet.Resharding;

namespace Vexera.Tests.Dispatch.Merging;

public sealed class MergeLaneTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly MergeLane _lane;

    public MergeLaneTests() => _lane = new MergeLane(10, new ReshardTiming(_time));

    [Fact]
    public void TryPair_EndlessEventsOfOneSide_KeepsNoMoreThanTheBound()
    {
        for (var key = 0; key < 100; key++)
            Bring(FleetSide.New, 1, key);

        _lane.NewAhead.ShouldBe(10);
        Bring(FleetSide.Old, 1, 89).ShouldBeFalse();
        Bring(FleetSide.Old, 1, 90).ShouldBeTrue();
    }

    [Fact]
    public void TryPair_ManyPairedEvents_LeaveRoomForOthers()
    {
        for (var key = 0; key < 100; key++)
        {
            Bring(FleetSide.New, 1, key).ShouldBeFalse();
            Bring(FleetSide.Old, 1, key).ShouldBeTrue();
        }

        for (var guild = 2; guild < 12; guild++)
            Bring(FleetSide.New, guild, guild);
        _lane.NewAhead.ShouldBe(10);
    }

    [Fact]
    public void TryPair_OneGuildIsFurtherOn_ForgetsNothingOfAnother()
    {
        Bring(FleetSide.Old, 1, 1);
        Bring(FleetSide.New, 2, 2);

        Bring(FleetSide.New, 1, 1).ShouldBeTrue();
        Bring(FleetSide.Old, 2, 2).ShouldBeTrue();
    }

    // Interactions do not come in one order with what happens in the guild.
    [Fact]
    public void TryPair_EventInNoOrder_MovesTheOthersNowhere()
    {
        Bring(FleetSide.Old, 1, 1);
        _lane.TryPair(FleetSide.New, new Snowflake(1), new EventKey(9, IsInOrder: false)).ShouldBeFalse();

        Bring(FleetSide.New, 1, 1).ShouldBeTrue();
        _lane.NewAhead.ShouldBe(1);
        _lane.TryPair(FleetSide.Old, new Snowflake(1), new EventKey(9, IsInOrder: false)).ShouldBeTrue();
        _lane.NewAhead.ShouldBe(0);
    }

    [Fact]
    public void TryPair_TwinComesJustWithinTwoHorizons_IsFound()
    {
        Bring(FleetSide.Old, 1, 1);
        _time.Advance((new ReshardTiming(_time).Horizon * 2) - TimeSpan.FromSeconds(1));

        Bring(FleetSide.New, 1, 1).ShouldBeTrue();
    }

    private bool Bring(FleetSide side, int guild, int key) =>
        _lane.TryPair(side, new Snowflake((ulong)guild), new EventKey((UInt128)key, IsInOrder: true));
}
