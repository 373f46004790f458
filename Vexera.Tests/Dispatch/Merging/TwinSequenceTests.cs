using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Dispatch.Merging;

namespace Vexera.Tests.Dispatch.Merging;

public sealed class TwinSequenceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TwinSequence _events;

    public TwinSequenceTests() => _events = new TwinSequence(TimeSpan.FromMinutes(2), _time);

    [Fact]
    public void TryPair_EqualEvents_PairsAsManyAsThereWere()
    {
        Bring(FleetSide.Old, 1, 1);

        Bring(FleetSide.New, 1, 1, 1).ShouldBe([true, true, false]);
    }

    // The first two happened before the new session began.
    [Fact]
    public void TryPair_LaterEventIsATwin_ForgetsWhatWasBeforeIt()
    {
        Bring(FleetSide.Old, 1, 2, 1, 3);

        Bring(FleetSide.New, 1, 3, 1).ShouldBe([true, true, false]);
    }

    // Old: 1 before the beginning, then 1 2. The new side's 1 is taken for the first one until both have brought the 2.
    [Fact]
    public void TryPair_EqualEventsAroundTheBeginning_AreApartAfterOneThatDiffers()
    {
        Bring(FleetSide.Old, 1);
        Bring(FleetSide.New, 1, 2).ShouldBe([true, false]);

        Bring(FleetSide.Old, 1, 2).ShouldBe([false, true]);

        _events.Count.ShouldBe(0);
    }

    // Else the new side's next event would be taken for one that it passed by.
    [Fact]
    public void TryPair_NewSideIsAhead_ForgetsWhatItPassedBy()
    {
        Bring(FleetSide.Old, 1, 2);
        Bring(FleetSide.New, 3).ShouldBe([false]);

        Bring(FleetSide.New, 2).ShouldBe([false]);

        _events.NewAhead.ShouldBe(2);
    }

    [Fact]
    public void NewAhead_OldSideBringsWhatCameLater_ForgetsWhatItWillNotBring()
    {
        Bring(FleetSide.New, 1, 2, 3);
        _events.NewAhead.ShouldBe(3);

        Bring(FleetSide.Old, 2).ShouldBe([true]);

        _events.NewAhead.ShouldBe(1);
    }

    [Theory]
    [InlineData(FleetSide.Old)]
    [InlineData(FleetSide.New)]
    internal void TryPair_TooLate_IsForgotten(FleetSide side)
    {
        Bring(side, 1);
        _time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        _events.NewAhead.ShouldBe(side == FleetSide.New ? 1 : 0);
        _time.Advance(TimeSpan.FromSeconds(1));

        _events.NewAhead.ShouldBe(0);
        Bring(side == FleetSide.New ? FleetSide.Old : FleetSide.New, 1).ShouldBe([false]);
    }

    [Fact]
    public void DropEldest_OneSideIsAhead_ForgetsItsFirst()
    {
        Bring(FleetSide.Old, 1, 2);

        _events.DropEldest();

        _events.Count.ShouldBe(1);
        Bring(FleetSide.New, 2).ShouldBe([true]);
    }

    private bool[] Bring(FleetSide side, params int[] keys) => [.. keys.Select(key => _events.TryPair(side, (UInt128)key))];
}
