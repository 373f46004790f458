using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Staging;

/// <summary>What a drill comes to.</summary>
public sealed class DrillReportTests
{
    [Fact]
    public void NotNominal_WhenShardsWereReadyThroughout_IsNothing() => DrillReport.NotNominal(SeenDrill.Kept).ShouldBe(TimeSpan.Zero);

    [Fact]
    public void NotNominal_WhenAShardWasAwayForAWhile_IsThatWhile() =>
        DrillReport.NotNominal(With(sample => InAWhile(sample) ? sample with { Status = SeenDrill.Status(ready: SeenDrill.Shards - 1) } : sample))
            .ShouldBe(SeenDrill.Seconds(5));

    [Fact]
    public void NotNominal_WhenTheBotDidNotTell_CountsThatToo() =>
        DrillReport.NotNominal(With(sample => InAWhile(sample) ? sample with { Status = null } : sample)).ShouldBe(SeenDrill.Seconds(5));

    [Fact]
    public void NotNominal_WhenTheBotNeverTold_IsAllTheTimeSinceTheStart() =>
        DrillReport.NotNominal(With(sample => sample with { Status = null })).ShouldBe(SeenDrill.Seconds(50));

    [Fact]
    public void Of_ARecord_HasTheSeedAndEachPromiseOfTheScenario()
    {
        var scenario = new Scenario("seen", "seen").Promise(Messages.NoneLost(), Guilds.EqualDiscords()).Beside("then, s", 140);

        var report = DrillReport.Of(SeenDrill.Kept with { Scenario = scenario, Sent = SeenDrill.Sent + 1 });

        report.Promises.Select(promise => promise.Kept).ShouldBe([false, true]);
        report.IsKept.ShouldBeFalse();
        report.Promises[0].First.ShouldNotBeNull();
        var figures = report.Sets.Single().Figures.ToDictionary(figure => figure.Name, figure => figure.Value);
        figures[Vexera.Host.DrillText.FigureSeed].ShouldBe(7);
        figures["then, s"].ShouldBe(140);
    }

    [Fact]
    public void Of_ARecordWithoutSamples_IsARefusalNotAFailure()
    {
        var scenario = new Scenario("seen", "seen").Promise(Promised.Always).Promise(NameQuestions.Within(SeenDrill.Seconds(5)), Alerts.RaisedWithin(SeenDrill.Seconds(5)));

        DrillReport.Of(SeenDrill.Kept with { Scenario = scenario, Samples = [] }).IsKept.ShouldBeFalse();
    }

    private static bool InAWhile(DrillSample sample) => sample.At > SeenDrill.Seconds(20) && sample.At <= SeenDrill.Seconds(25);

    private static DrillRecord With(Func<DrillSample, DrillSample> change) => SeenDrill.Kept with { Samples = SeenDrill.Samples(change) };
}
