using Vexera.Core.Net;

namespace Vexera.Core.Rest.Wire;

/// <summary>Whether and when a request is sent again.</summary>
/// <param name="maxAttempts">How often a request is sent in all when Discord fails.</param>
/// <param name="jitter">Spreads the back-off.</param>
internal sealed class RetryPolicy(int maxAttempts, IJitter jitter)
{
    /// <summary>How often a request is sent in all when it is rate limited: the wait was known, so more means something is wrong.</summary>
    public const int MaxRateLimited = 5;

    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(15);

    /// <summary>How often a request that fails in this way is sent in all.</summary>
    public int Attempts(RestOutcomeKind kind, bool repeatable) => kind switch
    {
        RestOutcomeKind.NotSent => maxAttempts,
        RestOutcomeKind.Failed or RestOutcomeKind.Unreadable or RestOutcomeKind.Lost when repeatable => maxAttempts,
        _ => 1,
    };

    /// <summary>
    /// How long to wait before the next try: twice as long each time, at most 15 s, of which the upper half is random so that
    /// many do not come at once.
    /// </summary>
    /// <param name="failures">How many attempts have failed, from 1.</param>
    public TimeSpan BackOff(int failures)
    {
        var whole = FirstBackOff * Math.Pow(2, Math.Min(failures - 1, 10));
        return (whole < LongestBackOff ? whole : LongestBackOff) * (0.5 + (jitter.Next() / 2));
    }
}
