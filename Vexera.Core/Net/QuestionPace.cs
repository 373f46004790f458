namespace Vexera.Core.Net;

/// <summary>
/// Decides when a name may be asked for: once in each freshness period. While no address is known at all, failures are tried
/// again sooner, after waits that double from <see cref="NetOptions.RetryAfter"/> up to <see cref="NetOptions.Freshness"/>.
/// </summary>
internal sealed class QuestionPace(NetOptions options, TimeProvider time)
{
    private long _since;
    private TimeSpan _quiet;
    private TimeSpan _retryAfter = Shorter(options.RetryAfter, options.Freshness);

    /// <summary>Whether a question may be put now.</summary>
    public bool MayAsk => time.GetElapsedTime(_since) >= _quiet;

    /// <summary>A question is put.</summary>
    public void Asked() => Rest(options.Freshness);

    /// <summary>The question failed and no address is known. Answers the wait before the next.</summary>
    public TimeSpan FailedUnknown()
    {
        var wait = _retryAfter;
        _retryAfter = Shorter(2 * wait, options.Freshness);
        Rest(wait);
        return wait;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Rest(TimeSpan wait) => (_since, _quiet) = (time.GetTimestamp(), wait);
}
