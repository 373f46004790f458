using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Vexera.Core.Rest.RateLimits;

/// <summary>Reads the headers of a response. What is malformed counts as absent, so that no header can stall or crash the bot.</summary>
internal static class RateLimitHeaders
{
    private const int MaxHashLength = 128;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>What the response says about limits.</summary>
    public static RateLimitAnswer Read(HttpResponseMessage response)
    {
        var headers = response.Headers;
        var answer = new RateLimitAnswer(response.StatusCode) { Bucket = ReadBucket(headers) };
        if (response.StatusCode != HttpStatusCode.TooManyRequests)
            return answer;
        return answer with
        {
            Scope = ReadScope(headers),
            RetryAfter = Seconds(Single(headers, "Retry-After")) ?? Seconds(Single(headers, "X-RateLimit-Reset-After")),
        };
    }

    /// <summary>A number of seconds as a time, at most a day; null when it is no number, or negative.</summary>
    public static TimeSpan? Wait(double? seconds) => seconds switch
    {
        null or double.NaN or < 0 => null,
        { } s when s >= LongestWait.TotalSeconds => LongestWait,
        { } s => TimeSpan.FromSeconds(s),
    };

    private static BucketFigures? ReadBucket(HttpResponseHeaders headers)
    {
        if (Single(headers, "X-RateLimit-Bucket") is not { Length: > 0 and <= MaxHashLength } hash
            || Count(Single(headers, "X-RateLimit-Limit")) is not ({ } limit and > 0)
            || Count(Single(headers, "X-RateLimit-Remaining")) is not { } remaining
            || Seconds(Single(headers, "X-RateLimit-Reset-After")) is not { } resetAfter)
            return null;
        return new BucketFigures(hash, limit, Math.Min(remaining, limit), resetAfter);
    }

    private static RateLimitScope ReadScope(HttpResponseHeaders headers) => Single(headers, "X-RateLimit-Scope") switch
    {
        "shared" => RateLimitScope.Shared,
        "global" => RateLimitScope.Global,
        "user" => RateLimitScope.User,
        _ when Single(headers, "X-RateLimit-Global") is "true" or "True" => RateLimitScope.Global,
        // Discord's own 429s carry limits in headers or body; one without comes from the firewall before it.
        _ => Single(headers, "X-RateLimit-Bucket") is null ? RateLimitScope.Address : RateLimitScope.User,
    };

    private static string? Single(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.Count == 1 ? values.ToString().Trim() : null;

    private static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Wait(number) : null;
}
