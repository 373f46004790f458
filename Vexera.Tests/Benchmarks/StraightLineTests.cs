using Vexera.Benchmarks.Growth;

namespace Vexera.Tests.Benchmarks;

/// <summary>The line that growth is held to.</summary>
public sealed class StraightLineTests
{
    [Fact]
    public void Through_PointsOnALine_IsThatLine() =>
        StraightLine.Through([(1, 12), (16, 42), (72, 154)]).At(288).ShouldBe(586, 1e-9);

    [Fact]
    public void Through_PointsThatRiseEverFaster_LiesFarBelowTheNext() =>
        StraightLine.Through([(1, 1), (16, 256), (72, 5_184), (144, 20_736)]).At(288).ShouldBeLessThan(288 * 288 / 1.25);
}
