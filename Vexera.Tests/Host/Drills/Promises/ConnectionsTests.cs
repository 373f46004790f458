using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Sampling;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class ConnectionsTests
{
    private static readonly DrillPromise Promise = Connections.NoneLostWithoutCause();

    [Fact]
    public void NoneLostWithoutCause_AfterALossAndARestart_IsKept() => SeenDrill.Kept.ShouldKeep(Promise);

    [Fact]
    public void NoneLostWithoutCause_OneResumesMore_NamesTheMoment() => (SeenDrill.Kept with
    {
        Samples = SeenDrill.Samples(Resumed(from: 40)),
        After = SeenDrill.Stats(resumes: (2 * SeenDrill.Shards) + 1),
    }).ShouldBreak(Promise, first: 40).Seen.ShouldStartWith("1");

    [Fact]
    public void NoneLostWithoutCause_BeforeItsCause_IsBroken() => (SeenDrill.Kept with
    {
        Losses = [],
        Samples = SeenDrill.Samples(Resumed(from: 20)),
    }).ShouldBreak(Promise, first: 20);

    [Fact]
    public void NoneLostWithoutCause_WithoutSessions_IsNotMeasured() =>
        (SeenDrill.Kept with { Before = SeenDrill.Stats(identifies: 0) }).ShouldNotBeMeasured(Promise);

    private static Func<DrillSample, DrillSample> Resumed(double from) => sample =>
        sample.At < SeenDrill.Seconds(from) ? sample : sample with { Sandbox = SeenDrill.Stats(resumes: (2 * SeenDrill.Shards) + 1) };
}
