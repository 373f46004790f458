using Vexera.Benchmarks.Measuring;

namespace Vexera.Tests.Benchmarks;

/// <summary>What many runs say together.</summary>
public sealed class StatisticsTests
{
    [Theory]
    [InlineData(new[] { 3.0 }, 3)]
    [InlineData(new[] { 9.0, 1, 2 }, 2)]
    [InlineData(new[] { 9.0, 1, 2, 4 }, 3)]
    public void Median_AnyOrder_IsTheMiddle(double[] values, double expected) => values.Median().ShouldBe(expected);

    [Fact]
    public void Median_OfNothing_Throws() => Should.Throw<InvalidOperationException>(() => Array.Empty<double>().Median());
}
