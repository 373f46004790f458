namespace Vexera.Core.Rest.RateLimits;

/// <summary>
/// The limit over all routes: so many requests a second. A request occupies its place from sending until one second after its
/// answer, so that Discord never sees more in any second, however its seconds fall and however long the way is.
/// Times are since an origin of the owner's; not thread safe.
/// </summary>
internal sealed class GlobalLimit(int limit)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private readonly Queue<TimeSpan> _released = new();
    private TimeSpan _pausedUntil;
    private TimeSpan _blockedUntil;
    private int _inFlight;

    /// <summary>How long until a counted request may go: zero for now, the greatest time when only an answer can make room.</summary>
    /// <param name="now">The present.</param>
    /// <param name="leaving">How many places must stay free for others.</param>
    public TimeSpan Wait(TimeSpan now, int leaving = 0)
    {
        if (Pause(now) is var pause && pause > TimeSpan.Zero)
            return pause;
        while (_released.TryPeek(out var oldest) && oldest + Period <= now)
            _released.Dequeue();
        if (_inFlight + _released.Count < limit - leaving)
            return TimeSpan.Zero;
        return _released.TryPeek(out var next) ? next + Period - now : TimeSpan.MaxValue;
    }

    /// <summary>How long counted requests are paused by Discord's word.</summary>
    public TimeSpan Pause(TimeSpan now) => Left(_pausedUntil > _blockedUntil ? _pausedUntil : _blockedUntil, now);

    /// <summary>How long the address is refused, for counted requests and others alike.</summary>
    public TimeSpan Block(TimeSpan now) => Left(_blockedUntil, now);

    /// <summary>A counted request goes out.</summary>
    public void Take() => _inFlight++;

    /// <summary>Its answer is there, or will never be.</summary>
    public void Release(TimeSpan now)
    {
        _inFlight--;
        _released.Enqueue(now);
    }

    /// <summary>Lets no counted request go before then.</summary>
    public void PauseUntil(TimeSpan until) => _pausedUntil = until > _pausedUntil ? until : _pausedUntil;

    /// <summary>Lets nothing at all go before then.</summary>
    public void BlockUntil(TimeSpan until) => _blockedUntil = until > _blockedUntil ? until : _blockedUntil;

    private static TimeSpan Left(TimeSpan until, TimeSpan now) => until > now ? until - now : TimeSpan.Zero;
}
