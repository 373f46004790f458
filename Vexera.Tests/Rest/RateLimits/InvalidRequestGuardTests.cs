using CsCheck;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Tests.Rest.RateLimits;

public sealed class InvalidRequestGuardTests
{
    [Fact]
    public void Refuses_ManyOverTime_NeverMissesOneOfTheLastTenMinutes() =>
        Gen.Int[0, 60_000].List[1, 200].Sample(gaps =>
        {
            var guard = new InvalidRequestGuard(threshold: 1_000);
            var added = new List<TimeSpan>();
            var now = TimeSpan.Zero;
            foreach (var gap in gaps)
            {
                now += TimeSpan.FromMilliseconds(gap);
                guard.Add(now);
                added.Add(now);

                guard.Count.ShouldBeGreaterThanOrEqualTo(added.Count(at => now - at < TimeSpan.FromMinutes(10)));
                guard.Count.ShouldBeLessThanOrEqualTo(added.Count(at => now - at < TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(10)));
            }
        });

    [Fact]
    public void Refuses_AfterAWeekOfSilence_StartsFromNothing()
    {
        var guard = new InvalidRequestGuard(threshold: 1);
        guard.Add(TimeSpan.FromSeconds(5));
        guard.Refuses(essential: false, TimeSpan.FromSeconds(6)).ShouldBeTrue();

        guard.Refuses(essential: false, TimeSpan.FromDays(7)).ShouldBeFalse();
        guard.Count.ShouldBe(0);
    }
}
