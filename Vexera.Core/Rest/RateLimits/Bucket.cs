namespace Vexera.Core.Rest.RateLimits;

/// <summary>
/// One limit of Discord's and who waits for it. Until the first figures come, one request at a time. Every request in flight is
/// taken to be uncounted still, and figures that may be older than others only ever lower what is left: never too many go out.
/// Times are since an origin of the owner's; not thread safe.
/// </summary>
/// <param name="hash">Discord's name for it; null before it is known.</param>
/// <param name="major">The channel, guild or webhook it is for; empty for none.</param>
internal sealed class Bucket(string? hash, string major)
{
    /// <summary>Discord rounds to milliseconds.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(2);
    private readonly LinkedList<Waiter> _waiters = new();
    private int? _limit;
    private int _remaining;
    private int _inFlight;
    private TimeSpan _resetAt;
    private TimeSpan _pausedUntil;
    private TimeSpan _window;

    /// <summary>Discord's name for it, without the major parameter; null before it is known.</summary>
    public string? Hash { get; } = hash;

    /// <summary>The channel, guild or webhook it is for; empty for none.</summary>
    public string Major { get; } = major;

    /// <summary>The routes that share it.</summary>
    public HashSet<string> Routes { get; } = [];

    /// <summary>Counts the answers seen; a request sent at the present version has figures newer than all of those.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it stands in the line for the global limit.</summary>
    public bool InLine { get; set; }

    /// <summary>Whether it stands in the line of what is in the background.</summary>
    public bool InBackgroundLine { get; set; }

    /// <summary>Wakes it when the time has come.</summary>
    public ITimer? Alarm { get; set; }

    public IEnumerable<Waiter> Waiters => _waiters;

    /// <summary>Who is next.</summary>
    public Waiter? Head => _waiters.First?.Value;

    /// <summary>How long until a request may go: zero for now, the greatest time when only an answer can make room.</summary>
    public TimeSpan Wait(TimeSpan now)
    {
        if (now < _pausedUntil)
            return _pausedUntil - now;
        if (_limit is not { } limit)
            return _inFlight == 0 ? TimeSpan.Zero : TimeSpan.MaxValue;
        if (now >= _resetAt)
            _remaining = limit;
        if (_inFlight < _remaining)
            return TimeSpan.Zero;
        return now < _resetAt ? _resetAt - now : TimeSpan.MaxValue;
    }

    /// <summary>Puts a call into the queue by age, those in the background last; equals stay in the order they came.</summary>
    public void Enqueue(Waiter waiter)
    {
        var before = _waiters.Last;
        while (before is not null && Precedes(waiter.Call, before.Value.Call))
            before = before.Previous;
        if (before is null)
            _waiters.AddFirst(waiter.Node);
        else
            _waiters.AddAfter(before, waiter.Node);
        waiter.Bucket = this;
    }

    /// <summary>A request goes out.</summary>
    public void Take() => _inFlight++;

    /// <summary>A request is no longer on its way.</summary>
    public void Release() => _inFlight--;

    /// <summary>An answer gave figures.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="sentAt">This bucket's version when the request went out; -1 when it went out through another.</param>
    /// <param name="now">The present.</param>
    public void Apply(BucketFigures figures, int sentAt, TimeSpan now)
    {
        var resetAt = now + figures.ResetAfter + Rounding;
        if (_limit is null || sentAt == Version)
        {
            _remaining = figures.Remaining;
            _resetAt = resetAt;
        }
        else
        {
            _remaining = Math.Min(now < _resetAt ? _remaining : figures.Limit, figures.Remaining);
            _resetAt = resetAt > _resetAt ? resetAt : _resetAt;
        }

        _limit = figures.Limit;
        _window = figures.ResetAfter > _window ? figures.ResetAfter : _window;
        Version++;
    }

    /// <summary>No figures came, though Discord may have counted the request.</summary>
    public void Lose(TimeSpan now)
    {
        Version++;
        if (_limit is not { } limit)
            return;
        if (now >= _resetAt)
        {
            _remaining = limit;
            _resetAt = now + _window;
        }

        _remaining = Math.Max(0, _remaining - 1);
    }

    /// <summary>Lets nothing go before then.</summary>
    public void PauseUntil(TimeSpan until) => _pausedUntil = until > _pausedUntil ? until : _pausedUntil;

    /// <summary>Whether forgetting it would change nothing.</summary>
    public bool IsIdle(TimeSpan now) => _inFlight == 0 && _waiters.Count == 0 && !InLine && !InBackgroundLine && now >= _resetAt && now >= _pausedUntil;

    private static bool Precedes(RestCall call, RestCall other) =>
        call.Background == other.Background ? call.Since < other.Since : other.Background;
}
