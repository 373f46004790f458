using Vexera.Host.Drills.Promises;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class MessagesTests
{
    [Fact]
    public void NoneLost_WhenAllWereHandledInAnyOrder_IsKept() =>
        (SeenDrill.Kept with { Handled = [.. SeenDrill.Kept.Handled.Reverse()] }).ShouldKeep(Messages.NoneLost());

    [Fact]
    public void NoneLost_WhenSomeAreMissing_CountsThemAndNamesWhenTheFirstWasSent() =>
        (SeenDrill.Kept with { Handled = [.. SeenDrill.Kept.Handled.Where(number => number is not (205 or 400))] })
            .ShouldBreak(Messages.NoneLost(), first: 21).Seen.ShouldBe("2");

    [Fact]
    public void NoneLost_WhenNoneWasHandled_IsBrokenFromTheFirst() =>
        (SeenDrill.Kept with { Handled = [] }).ShouldBreak(Messages.NoneLost(), first: 11).Seen.ShouldBe("600");

    [Fact]
    public void NoneLost_WhenNoneWasSent_IsNotMeasured() => (SeenDrill.Kept with { Sent = 0, Handled = [] }).ShouldNotBeMeasured(Messages.NoneLost());

    [Fact]
    public void NoneDoubled_WhenEachWasHandledOnce_IsKept() => SeenDrill.Kept.ShouldKeep(Messages.NoneDoubled());

    [Fact]
    public void NoneDoubled_WhenSomeWereHandledTwice_CountsThemAndNamesWhenTheFirstWasSent() =>
        (SeenDrill.Kept with { Handled = [.. SeenDrill.Kept.Handled, 300, 205] }).ShouldBreak(Messages.NoneDoubled(), first: 21).Seen.ShouldBe("2");

    [Fact]
    public void NoneDoubled_WhenNoneWasHandled_IsNotMeasured() => (SeenDrill.Kept with { Handled = [] }).ShouldNotBeMeasured(Messages.NoneDoubled());
}
