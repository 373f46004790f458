using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Promises;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class WarningsTests
{
    [Fact]
    public void AreCases_WhenEachIsOne_IsKept() => SeenDrill.Kept.ShouldKeep(Warnings.AreCases());

    [Fact]
    public void AreCases_WhenOneIsLost_NamesTheCall() => (SeenDrill.Kept with { Cases = [] }).ShouldBreak(Warnings.AreCases(), first: 41);

    [Fact]
    public void AreCases_WhenThereIsOneTooMany_IsBrokenAtTheEnd() =>
        (SeenDrill.Kept with { Cases = [.. SeenDrill.Kept.Cases, new CaseOnDisk(SeenDrill.OldGuild, 2, "1003")] }).ShouldBreak(Warnings.AreCases(), first: 60);

    [Fact]
    public void AreCases_WhenNobodyWasWarned_IsNotMeasured() =>
        (SeenDrill.Kept with { Cases = [], Calls = [SeenDrill.Call("1001", 20, 0.1)] }).ShouldNotBeMeasured(Warnings.AreCases());
}
