using Microsoft.Extensions.Time.Testing;
using Vexera.Sandbox.Rest.RateLimits;

namespace Vexera.Tests.Sandbox.Rest.RateLimits;

public sealed class RateLimiterTests
{
    private static readonly RateLimit Three = RateLimit.Of("three", 3, 5);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly RateLimiter _limiter;

    public RateLimiterTests() => _limiter = new RateLimiter(_time);

    [Fact]
    public void Take_WithinLimit_CountsDown()
    {
        var remaining = Enumerable.Range(0, 3).Select(_ => _limiter.Take("bot", Three, "1")).ToList();

        remaining.ShouldAllBe(verdict => verdict.Allowed);
        remaining.Select(verdict => verdict.Remaining).ShouldBe([2, 1, 0]);
    }

    [Fact]
    public void Take_OverLimit_IsRefusedUntilWindowEnds()
    {
        for (var i = 0; i < 3; i++)
            _limiter.Take("bot", Three, "1");
        _time.Advance(TimeSpan.FromSeconds(4));

        var refused = _limiter.Take("bot", Three, "1");
        refused.Allowed.ShouldBeFalse();
        refused.ResetAfter.ShouldBe(TimeSpan.FromSeconds(1));
        refused.Reset.ShouldBe(_time.GetUtcNow() + TimeSpan.FromSeconds(1));

        _time.Advance(TimeSpan.FromSeconds(1));
        _limiter.Take("bot", Three, "1").Allowed.ShouldBeTrue();
    }

    [Fact]
    public void Take_WindowOpens_WithFirstRequest()
    {
        _time.Advance(TimeSpan.FromSeconds(4.5));
        _limiter.Take("bot", Three, "1").ResetAfter.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("other", "three", "1")]
    [InlineData("bot", "four", "1")]
    [InlineData("bot", "three", "2")]
    public void Take_OtherCallerBucketOrResource_CountsApart(string who, string name, string major)
    {
        for (var i = 0; i < 4; i++)
            _limiter.Take("bot", Three, "1");

        _limiter.Take(who, Three with { Name = name }, major).Remaining.ShouldBe(2);
    }

    [Fact]
    public void Exhaust_ForAWhile_RefusesWhatComesBeforeItsEnd()
    {
        _limiter.Exhaust("bot", Three, "1", TimeSpan.FromSeconds(9)).Allowed.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(8));
        _limiter.Take("bot", Three, "1").ResetAfter.ShouldBe(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        _limiter.Take("bot", Three, "1").Allowed.ShouldBeTrue();
    }

    [Fact]
    public void Bucket_OfALimit_IsOpaqueAndStable()
    {
        RateLimit.Of("three", 1, 1).Bucket.ShouldBe(Three.Bucket);
        RateLimit.Of("four", 3, 5).Bucket.ShouldNotBe(Three.Bucket);
        Three.Bucket.ShouldMatch("^[0-9a-f]{32}$");
    }
}
