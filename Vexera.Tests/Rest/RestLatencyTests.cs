using CsCheck;
using Vexera.Core.Rest;

namespace Vexera.Tests.Rest;

public sealed class RestLatencyTests
{
    [Fact]
    public void Median_AnySamples_IsThatOfTheLast64() =>
        Gen.Int[0, 10_000].Array[1, 200].Sample(samples =>
        {
            var latency = new RestLatency();
            foreach (var sample in samples)
                latency.Add(TimeSpan.FromMilliseconds(sample));

            var kept = samples.TakeLast(64).Order().ToArray();
            latency.Last.ShouldBe(TimeSpan.FromMilliseconds(samples[^1]));
            latency.Median.ShouldBe(TimeSpan.FromMilliseconds((kept[(kept.Length - 1) / 2] + kept[kept.Length / 2]) / 2.0));
        });

    [Fact]
    public void Median_NothingYet_IsUnknown()
    {
        var latency = new RestLatency();

        latency.Last.ShouldBeNull();
        latency.Median.ShouldBeNull();
    }
}
