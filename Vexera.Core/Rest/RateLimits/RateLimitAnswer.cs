using System.Net;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.RateLimits;

/// <summary>Whose limit a 429 speaks of. Source: X-RateLimit-Scope in https://discord.com/developers/docs/topics/rate-limits.</summary>
internal enum RateLimitScope
{
    /// <summary>The answer was no 429.</summary>
    None,

    /// <summary>The bot's on this route.</summary>
    User,

    /// <summary>Everybody's on this channel, guild or the like; does not count as invalid.</summary>
    Shared,

    /// <summary>The bot's over all routes.</summary>
    Global,

    /// <summary>The address's: something before Discord refuses it, so nothing at all gets through.</summary>
    Address,
}

/// <summary>What an answer says about limits. Read only what was well formed; the rest is absent.</summary>
/// <param name="Status">The HTTP status.</param>
internal readonly record struct RateLimitAnswer(HttpStatusCode Status)
{
    /// <summary>The figures of the bucket, where all of them came.</summary>
    public BucketFigures? Bucket { get; init; }

    /// <summary>Whose limit was hit, in a 429.</summary>
    public RateLimitScope Scope { get; init; }

    /// <summary>How long to wait after a 429.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether Discord counts it towards the 10,000 in 10 minutes that ban an address.</summary>
    public bool IsInvalid => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (Status is HttpStatusCode.TooManyRequests && Scope is not RateLimitScope.Shared);

    /// <summary>The same with what the body of a 429 adds; it is more exact than the headers.</summary>
    public RateLimitAnswer With(DiscordError error) => RateLimitHeaders.Wait(error.RetryAfter) is not { } wait ? this : this with
    {
        RetryAfter = wait,
        Scope = Scope != RateLimitScope.Address ? Scope : error.Global ? RateLimitScope.Global : RateLimitScope.User,
    };
}

/// <summary>A bucket as an answer describes it.</summary>
/// <param name="Hash">Discord's name for it, without the major parameter.</param>
/// <param name="Limit">Requests in a window, at least 1.</param>
/// <param name="Remaining">What is left of them, 0 to <paramref name="Limit"/>.</param>
/// <param name="ResetAfter">When the window ends, from now; 0 to 1 day.</param>
internal readonly record struct BucketFigures(string Hash, int Limit, int Remaining, TimeSpan ResetAfter);
