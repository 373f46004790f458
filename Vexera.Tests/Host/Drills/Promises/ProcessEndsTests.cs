using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class ProcessEndsTests
{
    private static readonly DrillRecord Ended = SeenDrill.Kept with { OwnEnd = new OwnEnd(SeenDrill.Seconds(25), 134) };

    [Fact]
    public void NeverEndsByItself_WhenItRan_IsKept() => SeenDrill.Kept.ShouldKeep(ProcessEnds.NeverEndsByItself());

    [Fact]
    public void NeverEndsByItself_WhenItEnded_NamesTheMomentAndTheExitCode() =>
        Ended.ShouldBreak(ProcessEnds.NeverEndsByItself(), first: 25).Seen.ShouldContain("134");

    [Fact]
    public void NeverEndsByItself_WhenItWasNeverSeenToRun_IsNotMeasured() =>
        (SeenDrill.Kept with { Samples = SeenDrill.Samples(sample => sample with { Runs = false }) }).ShouldNotBeMeasured(ProcessEnds.NeverEndsByItself());

    [Fact]
    public void EndsWith_WhenItEndedWithThatCode_IsKept() => Ended.ShouldKeep(ProcessEnds.EndsWith(134));

    [Fact]
    public void EndsWith_WhenItEndedWithAnother_NamesTheMoment() => Ended.ShouldBreak(ProcessEnds.EndsWith(77), first: 25).Seen.ShouldBe("134");

    [Fact]
    public void EndsWith_WhenItRunsOn_IsBrokenAtTheEnd() => SeenDrill.Kept.ShouldBreak(ProcessEnds.EndsWith(77), first: 60);
}
