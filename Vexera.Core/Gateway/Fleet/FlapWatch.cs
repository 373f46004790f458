namespace Vexera.Core.Gateway.Fleet;

/// <summary>Notices a shard that loses its connection again and again.</summary>
/// <param name="count">How many losses are too many.</param>
/// <param name="window">The time in which they are counted.</param>
/// <param name="time">The clock.</param>
internal sealed class FlapWatch(int count, TimeSpan window, TimeProvider time)
{
    private readonly Lock _sync = new();
    private readonly Queue<(long At, string Reason)> _losses = new();
    private long? _toldAt;

    /// <summary>Whether there were too many losses lately.</summary>
    public bool IsFlapping
    {
        get
        {
            lock (_sync)
                return TooMany;
        }
    }

    private bool TooMany => _losses.Count == count && time.GetElapsedTime(_losses.Peek().At) < window;

    /// <summary>Notes a loss.</summary>
    /// <param name="reason">Why the connection was lost.</param>
    /// <returns>The reasons with how often each came, when it is time to tell of them: at most once in the window; else null.</returns>
    public string? Lost(string reason)
    {
        lock (_sync)
        {
            if (_losses.Count == count)
                _losses.Dequeue();
            _losses.Enqueue((time.GetTimestamp(), reason));
            if (!TooMany || (_toldAt is { } told && time.GetElapsedTime(told) < window))
                return null;
            _toldAt = time.GetTimestamp();
            return string.Join("; ", _losses.CountBy(loss => loss.Reason).OrderByDescending(one => one.Value).Select(one => $"{one.Value} × {one.Key}"));
        }
    }
}
