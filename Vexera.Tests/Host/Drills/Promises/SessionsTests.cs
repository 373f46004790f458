using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class SessionsTests
{
    private static readonly TimeSpan Bar = SeenDrill.Seconds(5);

    [Fact]
    public void NoneLost_WhenNoShardIdentifiedAnew_IsKept() => SeenDrill.Kept.ShouldKeep(Sessions.NoneLost());

    [Fact]
    public void NoneLost_WhenTheScenarioThrewThemAway_IsKept() =>
        (SeenDrill.Kept with { IdentifiesDue = 4, After = SeenDrill.Stats(identifies: 8) }).ShouldKeep(Sessions.NoneLost());

    [Fact]
    public void NoneLost_WhenShardsIdentifiedAnew_CountsThemAndNamesTheMoment()
    {
        var record = SeenDrill.Kept with
        {
            After = SeenDrill.Stats(identifies: 7),
            Samples = SeenDrill.Samples(sample => sample.At < SeenDrill.Seconds(33) ? sample : sample with { Sandbox = SeenDrill.Stats(identifies: 7) }),
        };

        record.ShouldBreak(Sessions.NoneLost(), first: 33).Seen.ShouldBe("3");
    }

    [Fact]
    public void NoneLost_WhenNotAllHadIdentifiedBefore_IsNotMeasured() =>
        (SeenDrill.Kept with { Before = SeenDrill.Stats(identifies: 3) }).ShouldNotBeMeasured(Sessions.NoneLost());

    [Fact]
    public void ReturnedWithin_WhenAllWereBackInTime_IsKept() => SeenDrill.Kept.ShouldKeep(Sessions.ReturnedWithin(Bar)).Seen.ShouldBe("2 s");

    [Fact]
    public void ReturnedWithin_WhenSomeWereLate_NamesWhenTheFirstOfThemShouldHaveBeenBack()
    {
        ShardLoss[] losses =
        [
            new(SeenDrill.Seconds(12), SeenDrill.Seconds(2), true), new(SeenDrill.Seconds(20), SeenDrill.Seconds(6), true), new(SeenDrill.Seconds(40), SeenDrill.Seconds(9), true),
        ];

        (SeenDrill.Kept with { Losses = losses }).ShouldBreak(Sessions.ReturnedWithin(Bar), first: 25).Seen.ShouldBe("9 s");
    }

    [Fact]
    public void ReturnedWithin_WhenTheyWereNotWaitedForLongEnough_IsBroken() =>
        (SeenDrill.Kept with { Losses = [new ShardLoss(SeenDrill.Seconds(12), SeenDrill.Seconds(2), AreBack: false)] })
            .ShouldBreak(Sessions.ReturnedWithin(Bar), first: 17).Seen.ShouldBe("not back after 2 s");

    [Fact]
    public void ReturnedWithin_WhenNoConnectionWasLost_IsNotMeasured() => (SeenDrill.Kept with { Losses = [] }).ShouldNotBeMeasured(Sessions.ReturnedWithin(Bar));

    [Fact]
    public void RestartedWithin_WhenAllWereReadyInTime_IsKept() => SeenDrill.Kept.ShouldKeep(Sessions.RestartedWithin(Bar)).Seen.ShouldBe("4 s");

    [Fact]
    public void RestartedWithin_WhenOneTookLonger_NamesWhenItShouldHaveBeenReady()
    {
        BotEnd[] ends = [new(SeenDrill.Seconds(20), true, TimeSpan.Zero, SeenDrill.Seconds(4)), new(SeenDrill.Seconds(30), false, SeenDrill.Seconds(2), SeenDrill.Seconds(8))];

        (SeenDrill.Kept with { Ends = ends }).ShouldBreak(Sessions.RestartedWithin(Bar), first: 37).Seen.ShouldBe("8 s");
    }

    [Fact]
    public void RestartedWithin_WithoutARestart_IsNotMeasured() => (SeenDrill.Kept with { Ends = [] }).ShouldNotBeMeasured(Sessions.RestartedWithin(Bar));

    [Theory]
    [InlineData(6, 6.0, true)]
    [InlineData(2, 11.9, true)]
    [InlineData(2, 12.1, false)]
    [InlineData(1, 23.9, true)]
    public void StartedAsFastAsAllowed_FourShardsInWavesOfFiveSeconds_TakesFactorTimesThatAndItsOwn(int atOnce, double took, bool kept)
    {
        var record = SeenDrill.Kept with { World = new SandboxWorldSize(20, 4, atOnce), FirstStart = SeenDrill.Seconds(took), ReadyAt = SeenDrill.Seconds(took + 4) };
        var promise = Sessions.StartedAsFastAsAllowed(factor: 1.2, own: SeenDrill.Seconds(6));

        if (kept)
            record.ShouldKeep(promise);
        else
            record.ShouldBreak(promise, first: 16);
    }
}
