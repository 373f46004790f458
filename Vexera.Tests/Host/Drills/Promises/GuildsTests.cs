using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Promises;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class GuildsTests
{
    [Fact]
    public void EqualDiscords_WhenNothingDiffers_IsKept() => SeenDrill.Kept.ShouldKeep(Guilds.EqualDiscords());

    [Fact]
    public void EqualDiscords_WhenSomeDiffer_CountsThemShowsTheFirstAndNamesTheEnd() =>
        (SeenDrill.Kept with { Guilds = new Comparison(20, ["1: not on disk", new string('x', 500)]) })
            .ShouldBreak(Guilds.EqualDiscords(), first: 60).Seen.ShouldBe("2 (1: not on disk)");

    [Fact]
    public void EqualDiscords_WhenNoneWasCompared_IsNotMeasured()
    {
        (SeenDrill.Kept with { Guilds = new Comparison(0, []) }).ShouldNotBeMeasured(Guilds.EqualDiscords());
        (SeenDrill.Kept with { Guilds = null }).ShouldNotBeMeasured(Guilds.EqualDiscords());
    }
}
