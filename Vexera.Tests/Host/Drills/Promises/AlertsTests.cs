using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class AlertsTests
{
    private static readonly TimeSpan Bar = SeenDrill.Seconds(10);

    [Fact]
    public void RaisedWithin_WhenItWasInTime_IsKept() => SeenDrill.Kept.ShouldKeep(Alerts.RaisedWithin(Bar)).Seen.ShouldBe("5.0 s (QueueFill)");

    [Fact]
    public void RaisedWithin_WhenItWasLate_NamesWhenItShouldHaveBeen() =>
        WithCauses(("QueueFill", 15)).ShouldBreak(Alerts.RaisedWithin(SeenDrill.Seconds(4)), first: 19).Seen.ShouldBe("5.0 s (QueueFill)");

    [Fact]
    public void RaisedWithin_WhenOneOfTwoNeverWas_NamesThatOne() =>
        WithCauses(("QueueFill", 15), ("DnsFailing", 13)).ShouldBreak(Alerts.RaisedWithin(Bar), first: 23).Seen.ShouldBe("DnsFailing was not raised");

    [Fact]
    public void RaisedWithin_WhenThereIsCauseAgain_ItIsDueAgain() =>
        WithCauses(("QueueFill", 15), ("QueueFill", 40)).ShouldBreak(Alerts.RaisedWithin(Bar), first: 50).Seen.ShouldBe("QueueFill was not raised");

    [Fact]
    public void RaisedWithin_WhenTheBotNeverTold_IsBroken() =>
        (SeenDrill.Kept with { Samples = SeenDrill.Samples(sample => sample with { Status = null }) }).ShouldBreak(Alerts.RaisedWithin(Bar), first: 25);

    [Fact]
    public void RaisedWithin_WithoutACause_IsNotMeasured() => WithCauses().ShouldNotBeMeasured(Alerts.RaisedWithin(Bar));

    private static DrillRecord WithCauses(params IEnumerable<(string Rule, double At)> causes) =>
        SeenDrill.Kept with { AlertCauses = [.. causes.Select(cause => new AlertCause(cause.Rule, SeenDrill.Seconds(cause.At)))] };
}
