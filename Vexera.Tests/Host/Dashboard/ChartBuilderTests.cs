using CsCheck;
using Vexera.Host.Dashboard.Charts;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>Figures become lines.</summary>
public sealed class ChartBuilderTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-27T12:03:20Z", null);
    private static readonly TimeAxis Axis = ChartBuilder.Axis(ChartRange.HalfHour, Now);

    [Fact]
    public void Axis_HalfHour_LabelsRoundMinutesWithinTheChart()
    {
        Axis.Ticks.Select(tick => tick.UtcDateTime.ToString("HH:mm", null)).ShouldBe(["11:35", "11:40", "11:45", "11:50", "11:55", "12:00"]);
        Axis.Percent(Now).ShouldBe(100);
        Axis.Percent(Now - TimeSpan.FromMinutes(15)).ShouldBe(50);
    }

    [Fact]
    public void Draw_TwoPoints_RunsFromEdgeToEdge()
    {
        var chart = ChartBuilder.Draw(Axis, [(Now - TimeSpan.FromMinutes(30), 0), (Now - TimeSpan.FromMinutes(29.9), 50), (Now, 100)], least: 10);

        chart.Line.ShouldStartWith("M0 100L");
        chart.Top.ShouldBe(100);
        chart.Latest.ShouldBe(100);
        chart.Ticks.ShouldBe([0, 25, 50, 75, 100]);
    }

    [Fact]
    public void Draw_PauseOfTheProcess_LeavesAGap()
    {
        var before = Enumerable.Range(0, 30).Select(index => (Now - TimeSpan.FromMinutes(25) + TimeSpan.FromSeconds(10 * index), 5.0));
        var after = Enumerable.Range(0, 30).Select(index => (Now - TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(10 * index), 5.0));

        var chart = ChartBuilder.Draw(Axis, [.. before, .. after], least: 10);

        chart.Line.Count(letter => letter == 'M').ShouldBe(2);
        chart.Area.Count(letter => letter == 'Z').ShouldBe(2);
    }

    [Fact]
    public void Draw_Nothing_DrawsNothing() => ChartBuilder.Draw(Axis, [], least: 10).ShouldSatisfyAllConditions(
        chart => chart.Line.ShouldBeEmpty(), chart => chart.Latest.ShouldBeNull());

    [Fact]
    public void Scale_AnyFigure_HoldsItWithFewLabels() => Gen.Select(Gen.Double[1e-6, 1e12], Gen.Bool).Sample((most, isBinary) =>
    {
        var (top, ticks) = ChartBuilder.Scale(most, isBinary);
        top.ShouldBeGreaterThanOrEqualTo(most * 0.999);
        top.ShouldBeLessThan(most * 2.6);
        ticks.Count.ShouldBeInRange(2, 6);
    });
}
