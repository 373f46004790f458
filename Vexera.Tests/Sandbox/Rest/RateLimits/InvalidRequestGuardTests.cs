using Microsoft.Extensions.Time.Testing;
using Vexera.Sandbox.Rest.RateLimits;

namespace Vexera.Tests.Sandbox.Rest.RateLimits;

public sealed class InvalidRequestGuardTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InvalidRequestGuard _guard;

    public InvalidRequestGuardTests() => _guard = new InvalidRequestGuard(_time);

    [Fact]
    public void Record_TenThousandInvalid_ShutsTheCallerOut()
    {
        Invalid(InvalidRequestGuard.Maximum - 1).ShouldBeFalse();
        _guard.ShutOutFor("bot").ShouldBe(TimeSpan.Zero);

        _guard.Record("bot", 403, null).ShouldBeTrue();
        _guard.ShutOutFor("bot").ShouldBe(InvalidRequestGuard.Ban);
        _guard.ShutOutFor("other").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Record_AfterTheWindow_StartsAgain()
    {
        Invalid(InvalidRequestGuard.Maximum - 1);
        _time.Advance(InvalidRequestGuard.Window);
        Invalid(InvalidRequestGuard.Maximum - 1).ShouldBeFalse();
    }

    [Fact]
    public void ShutOutFor_AfterTheBan_LetsIn()
    {
        Invalid(InvalidRequestGuard.Maximum);
        _time.Advance(InvalidRequestGuard.Ban);
        _guard.ShutOutFor("bot").ShouldBe(TimeSpan.Zero);
        Invalid(InvalidRequestGuard.Maximum - 1).ShouldBeFalse();
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(400, null)]
    [InlineData(404, null)]
    [InlineData(500, null)]
    [InlineData(429, (int)RateLimitScope.Shared)]
    public void Record_Others_DoNotCount(int status, int? scope)
    {
        for (var i = 0; i < InvalidRequestGuard.Maximum + 1; i++)
            _guard.Record("bot", status, (RateLimitScope?)scope).ShouldBeFalse();
        _guard.ShutOutFor("bot").ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(401, null)]
    [InlineData(403, null)]
    [InlineData(429, (int)RateLimitScope.User)]
    [InlineData(429, (int)RateLimitScope.Global)]
    public void Record_EachInvalidStatus_Counts(int status, int? scope)
    {
        Invalid(InvalidRequestGuard.Maximum - 1);
        _guard.Record("bot", status, (RateLimitScope?)scope).ShouldBeTrue();
    }

    private bool Invalid(int times) => Enumerable.Range(0, times).Aggregate(false, (any, _) => _guard.Record("bot", 403, null) || any);
}
