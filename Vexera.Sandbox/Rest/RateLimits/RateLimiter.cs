namespace Vexera.Sandbox.Rest.RateLimits;

/// <summary>Counts requests in buckets of (who, limit, major parameter).</summary>
/// <seealso href="https://discord.com/developers/docs/topics/rate-limits"/>
internal sealed class RateLimiter(TimeProvider time)
{
    private const int FirstSweep = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<Key, Window> _windows = [];
    private int _sweepAt = FirstSweep;

    /// <summary>Takes one request from a bucket; <paramref name="major"/> is the resource that the bucket is for.</summary>
    public RateLimitVerdict Take(string who, RateLimit limit, string major)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var window = Open(new Key(who, limit.Name, major), now, limit);
            var allowed = window.Used < limit.Requests;
            if (allowed)
                window.Used++;
            return new RateLimitVerdict(allowed, window.Limit, limit.Requests - window.Used, window.End, window.End - now);
        }
    }

    /// <summary>Uses a bucket up for a while, as a forced 429 does: what comes before its end is refused too.</summary>
    public RateLimitVerdict Exhaust(string who, RateLimit limit, string major, TimeSpan span)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var window = new Window(limit, now + span) { Used = limit.Requests };
            _windows[new Key(who, limit.Name, major)] = window;
            return new RateLimitVerdict(false, limit, 0, window.End, span);
        }
    }

    private Window Open(Key key, DateTimeOffset now, RateLimit limit)
    {
        if (_windows.TryGetValue(key, out var window) && now < window.End)
            return window;

        Sweep(now);
        return _windows[key] = new Window(limit, now + limit.Window);
    }

    private void Sweep(DateTimeOffset now)
    {
        if (_windows.Count < _sweepAt)
            return;

        foreach (var ended in _windows.Where(pair => now >= pair.Value.End).Select(pair => pair.Key).ToList())
            _windows.Remove(ended);
        _sweepAt = Math.Max(FirstSweep, _windows.Count * 2);
    }

    private readonly record struct Key(string Who, string Name, string Major);

    private sealed class Window(RateLimit limit, DateTimeOffset end)
    {
        /// <summary>The limit as it was when the window opened; a forced one may have another scope.</summary>
        public RateLimit Limit { get; } = limit;

        public DateTimeOffset End { get; } = end;

        public int Used { get; set; }
    }
}
