using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Gateway.Fleet;

namespace Vexera.Tests.Gateway.Fleet;

public sealed class FlapWatchTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FlapWatch _watch;

    public FlapWatchTests() => _watch = new FlapWatch(3, TimeSpan.FromMinutes(10), _time);

    [Fact]
    public void Lost_OftenWithinTheWindow_TellsTheReasonsOnceAWindow()
    {
        Lose("4000").ShouldBeNull();
        Lose("reset").ShouldBeNull();
        _watch.IsFlapping.ShouldBeFalse();

        Lose("4000").ShouldBe("2 × 4000; 1 × reset");

        _watch.IsFlapping.ShouldBeTrue();
        for (var minute = 0; minute < 9; minute++)
            Lose("4000").ShouldBeNull("once in a window is enough");
        Lose("4000").ShouldBe("3 × 4000");
    }

    [Fact]
    public void Lost_SeldomEnough_IsNoFlapping()
    {
        for (var i = 0; i < 20; i++)
        {
            Lose("4000").ShouldBeNull();
            _time.Advance(TimeSpan.FromMinutes(4));
        }

        _watch.IsFlapping.ShouldBeFalse();
    }

    [Fact]
    public void IsFlapping_QuietForAWindow_IsOver()
    {
        for (var i = 0; i < 3; i++)
            Lose("4000");
        _watch.IsFlapping.ShouldBeTrue();

        _time.Advance(TimeSpan.FromMinutes(8));

        _watch.IsFlapping.ShouldBeFalse();
    }

    private string? Lose(string reason)
    {
        var told = _watch.Lost(reason);
        _time.Advance(TimeSpan.FromMinutes(1));
        return told;
    }
}
