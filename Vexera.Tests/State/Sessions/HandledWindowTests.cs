using CsCheck;
using Vexera.Core.State.Sessions;

namespace Vexera.Tests.State.Sessions;

public sealed class HandledWindowTests
{
    [Fact]
    public void DoneUpTo_NothingOpen_IsWhatWasApplied()
    {
        var window = new HandledWindow(10, HandledRuns.None);

        window.Apply(15);

        window.DoneUpTo(window.Applied).ShouldBe(15);
        window.DoneBeyond(15, 15).Encode(15).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void DoneUpTo_OpenEvent_StopsBeforeItAndTheRestIsInTheRuns()
    {
        var window = new HandledWindow(10, HandledRuns.None);
        window.SegmentOf(12).Open(12, 2);
        window.Apply(12);
        window.Apply(20);

        window.SegmentOf(12).Close(12);
        window.DoneUpTo(20).ShouldBe(11);
        var runs = window.DoneBeyond(11, 20);
        runs.Last.ShouldBe(20);
        runs.Open.ShouldBe([new Run(12, 1)]);

        window.SegmentOf(12).Close(12);
        window.DoneUpTo(20).ShouldBe(20);
    }

    [Fact]
    public void DoneUpTo_EventOpenedButNotYetApplied_IsNotPassed()
    {
        var window = new HandledWindow(0, HandledRuns.None);
        window.SegmentOf(3).Open(3, 1);

        window.DoneUpTo(window.Applied).ShouldBe(0);
        window.Apply(3);
        window.DoneUpTo(window.Applied).ShouldBe(2);
    }

    [Fact]
    public void DoneUpTo_MillionsOfEvents_KeepsNoMoreSegmentsThanAreOpen()
    {
        var window = new HandledWindow(0, HandledRuns.None);
        var seen = new HashSet<HandledSegment>(ReferenceEqualityComparer.Instance);
        for (var sequence = 1L; sequence <= 1_000_000; sequence++)
        {
            var segment = window.SegmentOf(sequence);
            seen.Add(segment);
            segment.Open(sequence, 1);
            window.Apply(sequence);
            segment.Close(sequence);
            if (sequence % 3_000 == 0)
                window.DoneUpTo(window.Applied).ShouldBe(sequence);
        }

        seen.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public void WasDone_RunsOfAnEarlierProcess_AreKeptUntilTheyArePassed()
    {
        var window = new HandledWindow(100, new HandledRuns(150, [new Run(110, 5)]));

        window.WasDone(101).ShouldBeTrue();
        window.WasDone(112).ShouldBeFalse();
        window.WasDone(151).ShouldBeFalse();
        window.Apply(112);

        var runs = window.DoneBeyond(112, 112);
        runs.Contains(113).ShouldBeFalse();
        runs.Contains(114).ShouldBeFalse();
        runs.Contains(115).ShouldBeTrue();
        runs.Contains(150).ShouldBeTrue();
        runs.Contains(151).ShouldBeFalse();
    }

    [Fact]
    public void DoneBeyond_MoreRunsThanAreRemembered_ClaimsLess()
    {
        var window = new HandledWindow(0, HandledRuns.None);
        for (var sequence = 1; sequence <= 4 * HandledRuns.MostRuns; sequence++)
        {
            if (sequence % 2 == 1)
                window.SegmentOf(sequence).Open(sequence, 1);
            window.Apply(sequence);
        }

        var runs = window.DoneBeyond(0, window.Applied);

        runs.Open.Count.ShouldBeLessThanOrEqualTo(HandledRuns.MostRuns);
        HandledRuns.Decode(0, runs.Encode(0)).Contains(2).ShouldBeTrue();
        runs.Contains(4 * HandledRuns.MostRuns).ShouldBeFalse();
    }

    // Steps: how far to the next event, how many calls it goes to, which earlier event to close one call of.
    [Fact]
    public void AnyRun_OfEventsAndHandlers_SaysOfEachEventWhatTheModelSays() =>
        Gen.Select(Gen.Long[0, 40], Gen.Int[0, 2], Gen.Int[0, 30]).Array[1, 300].Sample(steps =>
        {
            var window = new HandledWindow(0, HandledRuns.None);
            var open = new SortedDictionary<long, (HandledSegment Segment, int Calls)>();
            var applied = 0L;
            foreach (var (gap, calls, close) in steps)
            {
                applied += gap + 1;
                if (calls > 0)
                {
                    window.SegmentOf(applied).Open(applied, calls);
                    open[applied] = (window.SegmentOf(applied), calls);
                }

                window.Apply(applied);
                if (close < open.Count)
                    CloseOne(open, open.Keys.ElementAt(close));
                Compare(window, open.Keys, applied);
            }
        }, iter: 300);

    private static void CloseOne(SortedDictionary<long, (HandledSegment Segment, int Calls)> open, long sequence)
    {
        var (segment, calls) = open[sequence];
        segment.Close(sequence);
        if (calls == 1)
            open.Remove(sequence);
        else
            open[sequence] = (segment, calls - 1);
    }

    private static void Compare(HandledWindow window, SortedDictionary<long, (HandledSegment Segment, int Calls)>.KeyCollection open, long applied)
    {
        var done = window.DoneUpTo(window.Applied);
        done.ShouldBe(open.Count == 0 ? applied : open.First() - 1);
        var runs = HandledRuns.Decode(done, window.DoneBeyond(done, applied).Encode(done));
        for (var sequence = done + 1; sequence <= applied + 1; sequence++)
            runs.Contains(sequence).ShouldBe(sequence <= applied && !open.Contains(sequence));
    }
}
