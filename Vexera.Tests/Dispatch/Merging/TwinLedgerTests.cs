using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Dispatch.Merging;

namespace Vexera.Tests.Dispatch.Merging;

public sealed class TwinLedgerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void TryPair_EndlessEventsOfOneSide_KeepsNoMoreThanTwiceTheBound()
    {
        var ledger = new TwinLedger(TimeSpan.FromMinutes(1), 10, _time);

        for (var key = 0; key < 1000; key++)
        {
            ledger.TryPair(FleetSide.Old, (UInt128)key).ShouldBeFalse();
            ledger.Count.ShouldBeLessThanOrEqualTo(20);
        }

        ledger.TryPair(FleetSide.New, 999).ShouldBeTrue();
        ledger.TryPair(FleetSide.New, 0).ShouldBeFalse();
    }

    [Fact]
    public void TryPair_PairedEvents_LeaveNothingBehind()
    {
        var ledger = new TwinLedger(TimeSpan.FromMinutes(1), 10, _time);

        ledger.TryPair(FleetSide.Old, 1);
        ledger.TryPair(FleetSide.Old, 1);
        ledger.TryPair(FleetSide.New, 1).ShouldBeTrue();
        ledger.TryPair(FleetSide.New, 1).ShouldBeTrue();

        ledger.Count.ShouldBe(0);
        ledger.TryPair(FleetSide.New, 1).ShouldBeFalse();
    }

    [Fact]
    public void Forget_NotedBefore_AwaitsNoTwin()
    {
        var ledger = new TwinLedger(TimeSpan.FromMinutes(1), 10, _time);

        ledger.TryPair(FleetSide.Old, 1);
        ledger.Forget(FleetSide.Old, 1);

        ledger.TryPair(FleetSide.New, 1).ShouldBeFalse();
    }
}
