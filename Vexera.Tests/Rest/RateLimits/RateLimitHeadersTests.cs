using System.Net;
using CsCheck;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Rest.Wire;

namespace Vexera.Tests.Rest.RateLimits;

public sealed class RateLimitHeadersTests
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    [Fact]
    public void Read_AllFigures_GivesTheBucket() =>
        Read(HttpStatusCode.OK, Figures()).Bucket.ShouldBe(new BucketFigures("abcd1234", 5, 3, TimeSpan.FromSeconds(1.337)));

    [Theory]
    [InlineData("X-RateLimit-Bucket", null)]
    [InlineData("X-RateLimit-Bucket", "")]
    [InlineData("X-RateLimit-Limit", null)]
    [InlineData("X-RateLimit-Limit", "0")]
    [InlineData("X-RateLimit-Limit", "-5")]
    [InlineData("X-RateLimit-Limit", "five")]
    [InlineData("X-RateLimit-Limit", "99999999999999999999")]
    [InlineData("X-RateLimit-Remaining", null)]
    [InlineData("X-RateLimit-Remaining", "-1")]
    [InlineData("X-RateLimit-Remaining", "1.5")]
    [InlineData("X-RateLimit-Reset-After", null)]
    [InlineData("X-RateLimit-Reset-After", "-1")]
    [InlineData("X-RateLimit-Reset-After", "soon")]
    [InlineData("X-RateLimit-Reset-After", "NaN")]
    [InlineData("X-RateLimit-Reset-After", "1,5")]
    [InlineData("X-RateLimit-Reset-After", "1e300")]
    public void Read_OneFigureMissingOrMalformed_GivesNoBucket(string name, string? value)
    {
        var headers = Figures();
        headers.Remove(name);
        if (value is not null)
            headers[name] = value;

        Read(HttpStatusCode.OK, headers).Bucket.ShouldBeNull();
    }

    [Fact]
    public void Read_HashLongerThanAnyReal_GivesNoBucket() =>
        Read(HttpStatusCode.OK, Figures(("X-RateLimit-Bucket", new string('a', 129)))).Bucket.ShouldBeNull();

    [Fact]
    public void Read_HeaderTwice_GivesNoBucket()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        foreach (var (name, value) in Figures())
            response.Headers.TryAddWithoutValidation(name, value);
        response.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", "4");

        RateLimitHeaders.Read(response).Bucket.ShouldBeNull();
    }

    [Fact]
    public void Read_MoreRemainingThanTheLimit_IsCutToIt() =>
        Read(HttpStatusCode.OK, Figures(("X-RateLimit-Remaining", "900"))).Bucket!.Value.Remaining.ShouldBe(5);

    [Fact]
    public void Read_ResetInYears_IsCutToADay() =>
        Read(HttpStatusCode.OK, Figures(("X-RateLimit-Reset-After", "99999999999999999999999"))).Bucket!.Value.ResetAfter.ShouldBe(ADay);

    [Theory]
    [InlineData("user", nameof(RateLimitScope.User), true)]
    [InlineData("shared", nameof(RateLimitScope.Shared), false)]
    [InlineData("global", nameof(RateLimitScope.Global), true)]
    [InlineData("galactic", nameof(RateLimitScope.User), true)]
    [InlineData(null, nameof(RateLimitScope.User), true)]
    public void Read_429_TellsWhoseLimitItIs(string? header, string scope, bool invalid)
    {
        var headers = Figures();
        if (header is not null)
            headers["X-RateLimit-Scope"] = header;

        var answer = Read(HttpStatusCode.TooManyRequests, headers);

        answer.Scope.ToString().ShouldBe(scope);
        answer.IsInvalid.ShouldBe(invalid);
    }

    [Fact]
    public void Read_429WithTheGlobalHeaderOnly_IsGlobal() =>
        Read(HttpStatusCode.TooManyRequests, new() { ["X-RateLimit-Global"] = "true" }).Scope.ShouldBe(RateLimitScope.Global);

    [Fact]
    public void Read_429WithoutAnyOfDiscordsHeaders_IsTheAddress() =>
        Read(HttpStatusCode.TooManyRequests, new() { ["Retry-After"] = "600" }).Scope.ShouldBe(RateLimitScope.Address);

    [Theory]
    [InlineData("65", 65)]
    [InlineData("0", 0)]
    [InlineData("64.57", 64.57)]
    [InlineData("-3", 1.337)]
    [InlineData("Wed, 21 Oct 2026 07:28:00 GMT", 1.337)]
    [InlineData(null, 1.337)]
    public void Read_429_WaitsAsRetryAfterSaysElseUntilTheReset(string? header, double seconds)
    {
        var headers = Figures();
        if (header is not null)
            headers["Retry-After"] = header;

        Read(HttpStatusCode.TooManyRequests, headers).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void Read_NoRefusal_HasNoScopeAndNoWait()
    {
        var answer = Read(HttpStatusCode.OK, Figures(("Retry-After", "5"), ("X-RateLimit-Scope", "user")));

        answer.Scope.ShouldBe(RateLimitScope.None);
        answer.RetryAfter.ShouldBeNull();
    }

    [Fact]
    public void With_BodyOfA429_IsMoreExactThanTheHeaders()
    {
        var answer = Read(HttpStatusCode.TooManyRequests, new() { ["Retry-After"] = "65" });

        answer.With(new DiscordError(0, "slow", 64.57)).ShouldBe(answer with { RetryAfter = TimeSpan.FromSeconds(64.57), Scope = RateLimitScope.User });
        answer.With(new DiscordError(0, "slow", 64.57, Global: true)).Scope.ShouldBe(RateLimitScope.Global);
        answer.With(new DiscordError(0, "no JSON")).ShouldBe(answer);
        answer.With(new DiscordError(0, "slow", -1)).ShouldBe(answer);
    }

    [Fact]
    public void Read_AnyText_NeverThrowsAndStaysInBounds()
    {
        var text = Gen.OneOf(Gen.String, Gen.Int.Select(i => $"{i}"), Gen.Double.Select(d => FormattableString.Invariant($"{d}")));
        Gen.Select(text, text, text).Sample((limit, remaining, wait) =>
        {
            var answer = Read(HttpStatusCode.TooManyRequests, Figures(
                ("X-RateLimit-Limit", limit), ("X-RateLimit-Remaining", remaining), ("X-RateLimit-Reset-After", wait), ("Retry-After", wait)));

            (answer.RetryAfter ?? TimeSpan.Zero).ShouldBeInRange(TimeSpan.Zero, ADay);
            if (answer.Bucket is { } bucket)
            {
                bucket.Limit.ShouldBePositive();
                bucket.Remaining.ShouldBeInRange(0, bucket.Limit);
                bucket.ResetAfter.ShouldBeInRange(TimeSpan.Zero, ADay);
            }
        });
    }

    private static RateLimitAnswer Read(HttpStatusCode status, Dictionary<string, string> headers)
    {
        using var response = new HttpResponseMessage(status);
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return RateLimitHeaders.Read(response);
    }

    private static Dictionary<string, string> Figures(params ReadOnlySpan<(string Name, string Value)> changes)
    {
        var headers = new Dictionary<string, string>
        {
            ["X-RateLimit-Bucket"] = "abcd1234",
            ["X-RateLimit-Limit"] = "5",
            ["X-RateLimit-Remaining"] = "3",
            ["X-RateLimit-Reset"] = "1470173023.123",
            ["X-RateLimit-Reset-After"] = "1.337",
        };
        foreach (var (name, value) in changes)
            headers[name] = value;
        return headers;
    }
}
