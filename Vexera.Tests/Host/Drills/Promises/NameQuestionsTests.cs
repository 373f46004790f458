using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class NameQuestionsTests
{
    private static readonly TimeSpan Freshness = SeenDrill.Seconds(10);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(9.9, 2)]
    [InlineData(10, 3)]
    [InlineData(29, 4)]
    [InlineData(30, 6)]
    [InlineData(60, 9)]
    public void Allowed_WithARestartAfterThirtySeconds_IsOneForEachPeriodAndProcessAndOneUnderWay(double until, long allowed) =>
        NameQuestions.Allowed(SeenDrill.Kept, SeenDrill.Seconds(until), Freshness).ShouldBe(allowed);

    [Fact]
    public void Within_AsOftenAsAllowed_IsKept() =>
        Asking(after: 9, at: second => 2 + (second / 10)).ShouldKeep(NameQuestions.Within(Freshness)).Seen.ShouldBe("9 (statsd.test A)");

    [Fact]
    public void Within_TooOftenForAWhile_IsBrokenThoughTheEndIsWithin()
    {
        var broken = Asking(after: 8, at: second => second < 25 ? 1 : 7).ShouldBreak(NameQuestions.Within(Freshness), first: 25);

        broken.Bar.ShouldBe("≤ 9");
    }

    [Fact]
    public void Within_TooOftenInTheEnd_IsBrokenThoughNoSampleShowsIt() =>
        Asking(after: 10, at: _ => 1).ShouldBreak(NameQuestions.Within(Freshness), first: 60).Seen.ShouldBe("10 (statsd.test A)");

    [Fact]
    public void Within_WhenNoNameWasAskedFor_IsNotMeasured() =>
        (SeenDrill.Kept with { After = SeenDrill.Stats(questions: new Dictionary<string, int>()) }).ShouldNotBeMeasured(NameQuestions.Within(Freshness));

    [Fact]
    public void Within_WithoutSamples_IsHeldToWhenItWasUp() =>
        (Asking(after: 9, at: _ => 1) with { Samples = [] }).ShouldBreak(NameQuestions.Within(Freshness), first: 10);

    private static DrillRecord Asking(int after, Func<int, int> at) => SeenDrill.Kept with
    {
        After = SeenDrill.Stats(questions: Questions(after)),
        Samples = SeenDrill.Samples(sample => sample with { Sandbox = SeenDrill.Stats(questions: Questions(at((int)sample.At.TotalSeconds))) }),
    };

    private static Dictionary<string, int> Questions(int count) => new() { ["gateway.test"] = 1, ["statsd.test"] = count };
}
