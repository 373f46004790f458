using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class RulesTests
{
    private const string Identify = "identify-rate", Limit = "rate-limit", Other = "permissions";

    [Fact]
    public void EachPromise_WhenNoRuleIsBroken_IsKept()
    {
        SeenDrill.Kept.ShouldKeep(Rules.IdentifiesInTime());
        SeenDrill.Kept.ShouldKeep(Rules.NoneBroken());
        SeenDrill.Kept.ShouldKeep(Rules.NoneBrokenBeside(0));
    }

    [Fact]
    public void IdentifiesInTime_WhenOneWasTooSoon_NamesTheMomentAndIsALineOfItsOwn()
    {
        var record = Broken((Identify, 5), (Identify, 6));

        record.ShouldBreak(Rules.IdentifiesInTime(), first: 5).Seen.ShouldBe("2 (identify-rate: identify-rate of 5; identify-rate: identify-rate of 6)");
        record.ShouldKeep(Rules.NoneBroken());
        record.ShouldKeep(Rules.NoneBrokenBeside(0));
    }

    [Fact]
    public void NoneBroken_WhenAnotherIs_NamesItsMoment()
    {
        var record = Broken((Identify, 5), (Other, 22), (Limit, 23));

        record.ShouldBreak(Rules.NoneBroken(), first: 22).Seen.ShouldStartWith("2 (permissions");
        record.ShouldBreak(Rules.NoneBrokenBeside(1), first: 22).Seen.ShouldBe("1, beside 1");
    }

    [Fact]
    public void NoneBrokenBeside_RequestsThatWereUnderWay_IsKeptForAsManyAsMayBe()
    {
        Broken((Limit, 21), (Limit, 22)).ShouldKeep(Rules.NoneBrokenBeside(2));
        Broken((Limit, 21), (Limit, 22), (Limit, 23)).ShouldBreak(Rules.NoneBrokenBeside(2), first: 23).Seen.ShouldBe("0, beside 3");
    }

    [Fact]
    public void NoneBroken_WhenTheFirstIsNotListedAnyMore_NamesWhenTheCountGrew()
    {
        var record = SeenDrill.Kept with
        {
            After = SeenDrill.Stats(violations: 1_500, broken: (Other, 40)),
            Samples = SeenDrill.Samples(sample => sample.At < SeenDrill.Seconds(18) ? sample : sample with { Sandbox = SeenDrill.Stats(violations: 3) }),
        };

        record.ShouldBreak(Rules.NoneBroken(), first: 18).Seen.ShouldStartWith("1,500");
    }

    [Fact]
    public void EachPromise_WhenNothingWasAsked_IsNotMeasured()
    {
        var record = SeenDrill.Kept with { After = SeenDrill.Stats(identifies: 0, requests: 0) };

        record.ShouldNotBeMeasured(Rules.IdentifiesInTime());
        record.ShouldNotBeMeasured(Rules.NoneBroken());
        record.ShouldNotBeMeasured(Rules.NoneBrokenBeside(5));
    }

    private static DrillRecord Broken(params (string Rule, double At)[] broken) => SeenDrill.Kept with { After = SeenDrill.Stats(broken: broken) };
}
