namespace Vexera.Core.Telemetry;

/// <summary>Reads Discord's time from the Date header of its answers.</summary>
/// <param name="time">This machine's clock.</param>
internal sealed class DiscordClock(TimeProvider time) : IDiscordClock
{
    // A Date header drops fractions of a second, and the answer was under way for some more.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private long _aheadTicks;

    /// <inheritdoc/>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    /// <summary>Takes what an answer says.</summary>
    /// <param name="date">The Date header; null for none.</param>
    public void Observe(DateTimeOffset? date)
    {
        if (date is not { } theirs)
            return;
        var ahead = theirs - time.GetUtcNow();
        Interlocked.Exchange(ref _aheadTicks, ahead.Duration() <= Tolerance ? 0 : ahead.Ticks);
    }
}
