using System.Text.Json;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class StatisticsTests
{
    private static readonly DrillPromise Promise = Statistics.ArriveAgainWithin(SeenDrill.Seconds(10));

    [Fact]
    public void ArriveAgainWithin_WhenTheyDo_IsKept() => Recovered(20, arrivesAt: 24).ShouldKeep(Promise).Seen.ShouldBe("4 s");

    [Fact]
    public void ArriveAgainWithin_WhenTheyComeLate_IsBrokenWhenTheTimeWasOver() => Recovered(20, arrivesAt: 31).ShouldBreak(Promise, first: 30);

    [Fact]
    public void ArriveAgainWithin_WhenNoneComes_IsBroken() => Recovered(20, arrivesAt: 100).ShouldBreak(Promise, first: 30);

    [Fact]
    public void ArriveAgainWithin_WhenTheResolverWasNeverIll_IsNotMeasured() => SeenDrill.Kept.ShouldNotBeMeasured(Promise);

    // They came until the 15th second, and from a second on again.
    private static DrillRecord Recovered(double at, double arrivesAt) => SeenDrill.Kept with
    {
        Recoveries = [SeenDrill.Seconds(at)],
        Samples = SeenDrill.Samples(sample => sample with
        {
            Sandbox = Received((int)Math.Min(15, sample.At.TotalSeconds) + (sample.At >= SeenDrill.Seconds(arrivesAt) ? 1 : 0)),
        }),
    };

    private static SandboxStats Received(int datagrams) => new(JsonSerializer.SerializeToElement(new
    {
        statsd = new { address = "127.0.0.1:8125", datagrams, metrics = 10 * datagrams },
        dns = new { questions = Array.Empty<int>() },
    }));
}
