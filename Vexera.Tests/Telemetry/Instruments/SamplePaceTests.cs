using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Telemetry.Instruments;

namespace Vexera.Tests.Telemetry.Instruments;

public sealed class SamplePaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void IsDue_ManyInAMillisecond_PicksOneOnEachProcessorAtMost()
    {
        var pace = new SamplePace(_time);

        Picked(pace, 1_000).ShouldBeInRange(1, StripedCells.Stripes);
    }

    [Fact]
    public void IsDue_AMillisecondLater_PicksAgain()
    {
        var pace = new SamplePace(_time);
        Picked(pace, 1_000);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        pace.IsDue(_time.GetTimestamp()).ShouldBeTrue();
    }

    private int Picked(SamplePace pace, int of) => Enumerable.Range(0, of).Count(_ => pace.IsDue(_time.GetTimestamp()));
}
