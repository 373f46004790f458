using CsCheck;
using Vexera.Core.Gateway.Session;

namespace Vexera.Tests.Gateway.Session;

public sealed class SendLimiterTests
{
    [Fact]
    public void TryTake_Reserve_IsLeftForWhatMattersMore()
    {
        var limiter = new SendLimiter();

        Enumerable.Range(0, 200).Count(_ => limiter.TryTake(TimeSpan.Zero, 2)).ShouldBe(118);
        Enumerable.Range(0, 200).Count(_ => limiter.TryTake(TimeSpan.Zero, 0)).ShouldBe(2);
        limiter.NextFreeAt.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void TryTake_AnyTimes_NeverExceedsTheLimitInAnyWindow() =>
        Gen.Int[0, 2000].Array[1, 600].Sample(gaps =>
        {
            var limiter = new SendLimiter();
            var taken = new List<TimeSpan>();
            var now = TimeSpan.Zero;
            foreach (var gap in gaps)
            {
                now += TimeSpan.FromMilliseconds(gap);
                if (limiter.TryTake(now, 0))
                    taken.Add(now);
            }

            foreach (var end in taken)
                taken.Count(at => at <= end && end - at < SendLimiter.Window).ShouldBeLessThanOrEqualTo(SendLimiter.Limit);
        });
}
