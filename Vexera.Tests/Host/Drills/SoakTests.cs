using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Scenarios.Soaking;

namespace Vexera.Tests.Host.Drills;

/// <summary>What a soak does follows from its length and its seed.</summary>
public sealed class SoakTests
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(3);

    [Fact]
    public void Of_TheSameSeed_IsTheSamePlan() => SoakPlan.Of(Length, seed: 7).Moments.ShouldBe(SoakPlan.Of(Length, seed: 7).Moments);

    [Fact]
    public void Of_AnotherSeed_IsAnotherPlan() => SoakPlan.Of(Length, seed: 7).Moments.ShouldNotBe(SoakPlan.Of(Length, seed: 8).Moments);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_AnySeed_HasEverythingWithCalmBetween(int seed)
    {
        var moments = SoakPlan.Of(Length, seed).Moments;

        moments.Select(one => one.What).Distinct().Count().ShouldBe(BadMoment.Lasting.Count + BadMoment.Ending.Count);
        for (var i = 1; i < moments.Count; i++)
            (moments[i].At - moments[i - 1].At - moments[i - 1].What.Lasts).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(15));
        (moments[^1].At + moments[^1].What.Lasts).ShouldBeLessThanOrEqualTo(Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_AnySeed_LetsOneProcessLiveFromTheFirstQuarterOn(int seed) =>
        SoakPlan.Of(Length, seed).Moments.Last(one => one.What.EndsProcess).At.ShouldBeLessThan(Length / 4);

    [Fact]
    public void Build_TheSameSeed_IsTheSameScenario() => Told(Soak.Build(Length, 7)).ShouldBe(Told(Soak.Build(Length, 7)));

    [Fact]
    public void Build_OverAWeek_TellsItsHours() => Soak.Build(TimeSpan.FromHours(Soak.Most), 1).Moments[^2].Time.ShouldBe("168:00:00");

    [Fact]
    public void Build_TheShortest_IsInOrder()
    {
        var moments = Soak.Build(TimeSpan.FromHours(Soak.Fewest), 1).Moments;

        moments.Count.ShouldBeGreaterThan(4);
        moments.Select(moment => moment.Clock).ShouldBe(moments.Select(moment => moment.Clock).Order());
    }

    private static IReadOnlyList<string> Told(Scenario scenario) =>
        [.. scenario.Moments.SelectMany(moment => moment.Steps.Select(step => $"{moment.Time} {step.Text}"))];
}
