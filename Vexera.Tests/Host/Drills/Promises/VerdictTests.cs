using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Tests.Host.Drills.Promises;

/// <summary>A broken promise tells its first moment and what the log says around it.</summary>
public sealed class VerdictTests
{
    private static readonly Promise Broken = new("promise", "0", "1", Kept: false);

    [Fact]
    public void Told_Broken_NamesTheMomentWhatHadHappenedAndTheLinesAround()
    {
        var told = new Verdict(Broken, SeenDrill.Seconds(13.5)).Told(SeenDrill.Kept);

        told.First.ShouldBe("first seen after 13.5 s, at 14:06 by the scenario’s clock (every socket is dropped)");
        told.Log.ShouldBe(Enumerable.Range(10, 10).Select(SeenDrill.LogLine));
    }

    [Fact]
    public void Told_BrokenBeforeAnythingHappened_NamesTheMomentAlone() =>
        new Verdict(Broken, SeenDrill.Seconds(3)).Told(SeenDrill.Kept).First.ShouldBe("first seen after 3.0 s");

    [Fact]
    public void Told_BrokenAtAnUnknownMoment_NamesTheEnd()
    {
        var told = new Verdict(Broken).Told(SeenDrill.Kept);

        told.First.ShouldNotBeNull().ShouldStartWith("first seen after 60.0 s");
        told.Log.ShouldContain(SeenDrill.LogLine(60));
    }

    [Fact]
    public void Told_Kept_IsAsItWas()
    {
        var kept = Broken with { Kept = true };

        new Verdict(kept, SeenDrill.Seconds(3)).Told(SeenDrill.Kept).ShouldBe(kept);
    }
}
