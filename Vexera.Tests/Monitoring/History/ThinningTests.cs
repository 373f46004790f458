using CsCheck;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Monitoring.History;

/// <summary>Fewer samples that tell the truth.</summary>
public sealed class ThinningTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Sample[]> Curves =
        Gen.Select(Gen.Int[1, 60], Gen.Double[0, 8], Gen.Long[0, 1L << 40]).Array[1, 300].Select(steps =>
        {
            var at = Noon;
            return steps.Select(step => new Sample { At = at = at.AddSeconds(step.Item1), CpuCores = step.Item2, MemoryBytes = step.Item3 }).ToArray();
        });

    [Fact]
    public void To_AnyCurve_KeepsLeastAndGreatestOfEachFigure() =>
        Gen.Select(Curves, Gen.Int[2, 400]).Sample((curve, most) =>
        {
            var thinned = Thinning.To(curve, most);

            thinned.Count.ShouldBeLessThanOrEqualTo(most);
            thinned.Max(sample => sample.CpuCores).ShouldBe(curve.Max(sample => sample.CpuCores));
            thinned.Min(sample => sample.CpuCores).ShouldBe(curve.Min(sample => sample.CpuCores));
            thinned.Max(sample => sample.MemoryBytes).ShouldBe(curve.Max(sample => sample.MemoryBytes));
            thinned.Min(sample => sample.MemoryBytes).ShouldBe(curve.Min(sample => sample.MemoryBytes));
        });

    [Fact]
    public void To_AnyCurve_StaysInTimeAndOrder() =>
        Gen.Select(Curves, Gen.Int[2, 400]).Sample((curve, most) =>
        {
            var thinned = Thinning.To(curve, most);

            thinned[0].At.ShouldBe(curve[0].At);
            thinned[^1].At.ShouldBe(curve[^1].At);
            thinned.Zip(thinned.Skip(1)).ShouldAllBe(pair => pair.First.At < pair.Second.At);
        });

    [Fact]
    public void To_RisingCurve_GoesOnRising() =>
        Gen.Select(Curves, Gen.Int[2, 400]).Sample((curve, most) =>
        {
            var level = 0.0;
            Sample[] rising = [.. curve.Select(sample => sample with { CpuCores = level += sample.CpuCores })];

            var thinned = Thinning.To(rising, most);

            thinned.Zip(thinned.Skip(1)).ShouldAllBe(pair => pair.First.CpuCores <= pair.Second.CpuCores);
        });

    [Fact]
    public void To_ThinnedAgain_KeepsTheExtremesStill() =>
        Curves.Sample(curve =>
        {
            var thinned = Thinning.To(Thinning.To(curve, 40), 6);

            thinned.Max(sample => sample.CpuCores).ShouldBe(curve.Max(sample => sample.CpuCores));
            thinned.Min(sample => sample.CpuCores).ShouldBe(curve.Min(sample => sample.CpuCores));
        });

    [Fact]
    public void To_ClockSetBackMeanwhile_DoesNotFail() =>
        Thinning.To([new Sample { At = Noon }, new Sample { At = Noon.AddHours(-2) }, new Sample { At = Noon.AddMinutes(1) }], 2).Count.ShouldBe(2);
}
