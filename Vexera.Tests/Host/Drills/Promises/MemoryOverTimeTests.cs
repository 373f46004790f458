using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

/// <summary>The scenario of these takes from 10 s to 50 s: its second quarter begins at 20 s, its last at 40 s.</summary>
public sealed class MemoryOverTimeTests
{
    private static readonly DrillPromise Promise = MemoryOverTime.StaysLevel(factor: 1.25, allowance: 30);

    [Fact]
    public void StaysLevel_AtTheBar_IsKept() => With(from: 40, megabytes: 155).ShouldKeep(Promise).Bar.ShouldBe("≤ 155 MB");

    [Fact]
    public void StaysLevel_AboveTheBar_NamesTheMoment() => With(from: 32, megabytes: 156).ShouldBreak(Promise, first: 32).Seen.ShouldBe("156 MB");

    [Fact]
    public void StaysLevel_MoreOnlyWhileItIsNotCalm_IsKept() => With(from: 40, until: 45, megabytes: 900, bad: 40).ShouldKeep(Promise);

    [Fact]
    public void StaysLevel_NeverCalmInAQuarter_IsNotMeasured()
    {
        With(from: 60, megabytes: 1, bad: 20, calm: 36).ShouldNotBeMeasured(Promise);
        (SeenDrill.Kept with { Marks = [] }).ShouldNotBeMeasured(Promise);
    }

    private static DrillRecord With(double from, double megabytes, double until = 60, double? bad = null, double? calm = null) => SeenDrill.Kept with
    {
        Marks =
        [
            new DrillMark(TimeSpan.Zero, "", "the bot starts"),
            Mark(10, Vexera.Host.DrillText.Calm),
            .. bad is { } at ? [Mark(at, "something bad"), Mark(calm ?? at + 2, Vexera.Host.DrillText.Calm)] : Array.Empty<DrillMark>(),
            Mark(50, "the bot is restarted"),
        ],
        Samples = SeenDrill.Samples(sample =>
            sample.At >= SeenDrill.Seconds(from) && sample.At < SeenDrill.Seconds(until) ? sample with { Megabytes = megabytes } : sample),
    };

    private static DrillMark Mark(double at, string text) => new(SeenDrill.Seconds(at), "0:00", text);
}
