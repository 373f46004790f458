using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Dispatch.Merging;

namespace Vexera.Tests.Dispatch.Merging;

public sealed class TwinLedgerTests
{
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(1);
    private readonly FakeTimeProvider _time = new();
    private readonly TwinLedger _ledger;

    public TwinLedgerTests() => _ledger = new TwinLedger(Horizon, 10, _time);

    [Fact]
    public void TryPair_EndlessEventsOfOneSide_KeepsNoMoreThanTwiceTheBound()
    {
        for (var key = 0; key < 1000; key++)
        {
            _ledger.TryPair(FleetSide.Old, (UInt128)key).ShouldBeFalse();
            _ledger.Count.ShouldBeLessThanOrEqualTo(20);
        }

        _ledger.TryPair(FleetSide.New, 999).ShouldBeTrue();
        _ledger.TryPair(FleetSide.New, 0).ShouldBeFalse();
    }

    [Fact]
    public void TryPair_EqualEvents_PairsAsManyAsThereWere()
    {
        _ledger.TryPair(FleetSide.Old, 1);
        _ledger.TryPair(FleetSide.Old, 1);
        _ledger.TryPair(FleetSide.New, 1).ShouldBeTrue();
        _ledger.TryPair(FleetSide.New, 1).ShouldBeTrue();

        _ledger.Count.ShouldBe(0);
        _ledger.TryPair(FleetSide.New, 1).ShouldBeFalse();
    }

    [Fact]
    public void TryPair_SameSideAgain_IsNoTwin()
    {
        _ledger.TryPair(FleetSide.Old, 1);

        _ledger.TryPair(FleetSide.Old, 1).ShouldBeFalse();
        _ledger.TryPair(FleetSide.New, 2).ShouldBeFalse();
    }

    [Fact]
    public void TryPair_TwinInTheElderGeneration_IsFound()
    {
        _ledger.TryPair(FleetSide.Old, 1);
        _time.Advance(Horizon);
        _ledger.TryPair(FleetSide.Old, 2);

        _ledger.TryPair(FleetSide.New, 1).ShouldBeTrue();
    }

    // However the looks at it fall: nothing is kept for more than two horizons.
    [Theory]
    [InlineData(0)]
    [InlineData(1, 119)]
    [InlineData(1, 59, 60)]
    [InlineData(1, 30, 30, 30, 28)]
    public void TryPair_TwoHorizonsLater_IsForgotten(params int[] looks)
    {
        _ledger.TryPair(FleetSide.Old, 1);
        var passed = TimeSpan.Zero;
        foreach (var seconds in looks)
        {
            passed += TimeSpan.FromSeconds(seconds);
            _time.Advance(TimeSpan.FromSeconds(seconds));
            _ledger.TryPair(FleetSide.Old, 2);
        }

        _time.Advance((Horizon * 2) - passed);

        _ledger.TryPair(FleetSide.New, 1).ShouldBeFalse();
    }

    [Fact]
    public void TryPair_JustWithinTheHorizon_IsFound()
    {
        _time.Advance(Horizon - TimeSpan.FromSeconds(1));
        _ledger.TryPair(FleetSide.Old, 1);
        _time.Advance(Horizon);

        _ledger.TryPair(FleetSide.New, 1).ShouldBeTrue();
    }

    [Fact]
    public void NewAhead_EventsOfBothSides_CountsTheNewSidesAlone()
    {
        _ledger.TryPair(FleetSide.New, 1);
        _ledger.TryPair(FleetSide.New, 1);
        _ledger.TryPair(FleetSide.New, 2);
        _ledger.TryPair(FleetSide.Old, 3);
        _ledger.NewAhead.ShouldBe(3);

        _ledger.TryPair(FleetSide.Old, 1).ShouldBeTrue();
        _ledger.TryPair(FleetSide.New, 3).ShouldBeTrue();
        _ledger.NewAhead.ShouldBe(2);

        _time.Advance(Horizon);
        _ledger.TryPair(FleetSide.Old, 2).ShouldBeTrue();
        _ledger.NewAhead.ShouldBe(1);

        _time.Advance(Horizon);
        _ledger.NewAhead.ShouldBe(0);
    }
}
