using Microsoft.Extensions.Options;
using Vexera.Core.Net;

namespace Vexera.Core.Scheduling;

/// <summary>How long work waits for its next attempt: twice as long each time up to a limit, and at random up to half of it less.</summary>
/// <param name="options">The first wait and the limit.</param>
/// <param name="jitter">The randomness.</param>
internal sealed class Backoff(IOptions<SchedulingOptions> options, IJitter jitter)
{
    /// <summary>The wait after an attempt.</summary>
    /// <param name="attempt">1, 2, 3…</param>
    public TimeSpan After(int attempt)
    {
        var (first, most) = (options.Value.RetryFirst, options.Value.RetryMax);
        var whole = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(attempt, 60) - 1), most.TotalSeconds);
        return TimeSpan.FromSeconds(whole * (1 - (jitter.Next() / 2)));
    }
}
