using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Vexera.Sandbox.Rest.RateLimits;

/// <summary>Writes what a limiter said into a response.</summary>
/// <seealso href="https://discord.com/developers/docs/topics/rate-limits#header-format"/>
internal static class RateLimitHeaders
{
    public static void Write(IHeaderDictionary headers, RateLimitVerdict verdict)
    {
        if (!verdict.Allowed)
        {
            headers["Retry-After"] = Math.Ceiling(verdict.ResetAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Scope"] = ScopeName(verdict.Limit.Scope);
        }

        if (verdict.Limit.Scope == RateLimitScope.Global)
        {
            headers["X-RateLimit-Global"] = "true";
            return;
        }

        headers["X-RateLimit-Limit"] = verdict.Limit.Requests.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = verdict.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = Seconds(verdict.Reset - DateTimeOffset.UnixEpoch);
        headers["X-RateLimit-Reset-After"] = Seconds(verdict.ResetAfter);
        headers["X-RateLimit-Bucket"] = verdict.Limit.Bucket;
    }

    public static string ScopeName(RateLimitScope scope) => scope switch
    {
        RateLimitScope.Global => "global",
        RateLimitScope.Shared => "shared",
        _ => "user",
    };

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
}
