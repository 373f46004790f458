using CsCheck;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Tests.Telemetry.Reading;

public sealed class ExponentialBucketsTests
{
    [Fact]
    public void IndexOf_AnyValueInRange_LiesWithinItsBucketOfAtMostAnEighth() => Gen.Double[0.000_001, 4_095].Sample(value =>
    {
        var index = ExponentialBuckets.IndexOf(value);
        var (low, high) = (ExponentialBuckets.LowerBound(index), ExponentialBuckets.LowerBound(index + 1));

        value.ShouldBeInRange(low, high);
        value.ShouldNotBe(high);
        if (index > 0)
            (high / low).ShouldBeLessThanOrEqualTo(1.125);
    });

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(double.Epsilon, 0)]
    [InlineData(1e9, ExponentialBuckets.Count - 1)]
    [InlineData(double.PositiveInfinity, ExponentialBuckets.Count - 1)]
    public void IndexOf_OutsideOfTheRange_IsTheFirstOrTheLast(double value, int index) => ExponentialBuckets.IndexOf(value).ShouldBe(index);

    [Fact]
    public void Percentile_OfAnyValues_IsNearTheTrueOne() =>
        Gen.Select(Gen.Double[0.000_01, 1_000].Array[1, 200], Gen.Double[0, 1]).Sample((values, p) =>
        {
            var buckets = new long[ExponentialBuckets.Count];
            foreach (var value in values)
                buckets[ExponentialBuckets.IndexOf(value)]++;
            Array.Sort(values);
            var exact = values[Math.Max(0, (int)Math.Ceiling(p * values.Length) - 1)];

            ExponentialBuckets.Percentile(buckets, p).ShouldBe(exact, exact * 0.1251);
        });

    [Fact]
    public void Percentile_OfNothing_IsZero() => ExponentialBuckets.Percentile(new long[ExponentialBuckets.Count], 0.5).ShouldBe(0);
}
