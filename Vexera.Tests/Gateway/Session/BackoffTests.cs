using CsCheck;
using Vexera.Core.Gateway.Session;

namespace Vexera.Tests.Gateway.Session;

public sealed class BackoffTests
{
    [Fact]
    public void Next_Reset_BeginsSmallAgain()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        for (var i = 0; i < 100; i++)
            backoff.Next(1).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));

        backoff.Reset();

        backoff.Next(1).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Next_AnyJitter_StaysWithinItsBound() =>
        Gen.Select(Gen.Double[0, 1].Array[1, 20], Gen.Int[1, 5000], Gen.Int[5000, 100_000]).Sample((jitters, first, max) =>
        {
            var backoff = new Backoff(TimeSpan.FromMilliseconds(first), TimeSpan.FromMilliseconds(max));
            var bound = (double)first;
            foreach (var jitter in jitters)
            {
                backoff.Next(jitter).TotalMilliseconds.ShouldBeInRange(0, Math.Min(bound, max) + 0.001);
                bound *= 2;
            }
        });
}
