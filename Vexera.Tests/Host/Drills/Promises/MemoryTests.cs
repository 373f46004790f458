using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class MemoryTests
{
    [Fact]
    public void IsBounded_AtTheBar_IsKept() => With(Grown(by: 300, from: 40)).ShouldKeep(Memory.IsBounded()).Bar.ShouldBe("≤ 400 MB");

    [Fact]
    public void IsBounded_AboveTheBar_NamesTheMoment() => With(Grown(by: 301, from: 40)).ShouldBreak(Memory.IsBounded(), first: 40).Seen.ShouldBe("401 MB");

    [Fact]
    public void IsBounded_WhenItTookLittleBeforeItWasUp_IsHeldToWhatItTookThen() =>
        With(sample => sample with { Megabytes = sample.At < SeenDrill.ReadyAt ? 1 : 210 }).ShouldKeep(Memory.IsBounded()).Bar.ShouldBe("≤ 620 MB");

    [Fact]
    public void IsBounded_WithoutAFigureSinceItWasUp_IsNotMeasured()
    {
        With(sample => sample with { Megabytes = sample.At < SeenDrill.ReadyAt ? 100 : null }).ShouldNotBeMeasured(Memory.IsBounded());
        (SeenDrill.Kept with { Samples = [] }).ShouldNotBeMeasured(Memory.IsBounded());
    }

    private static Func<DrillSample, DrillSample> Grown(double by, double from) =>
        sample => sample.At < SeenDrill.Seconds(from) ? sample : sample with { Megabytes = sample.Megabytes + by };

    private static DrillRecord With(Func<DrillSample, DrillSample> change) => SeenDrill.Kept with { Samples = SeenDrill.Samples(change) };
}
