namespace Vexera.Host.Logging;

/// <summary>What makes log lines the same: who writes, the event id and the wording before values are filled in.</summary>
/// <param name="Category">The logger's category.</param>
/// <param name="EventId">The event id.</param>
/// <param name="Template">The wording.</param>
internal readonly record struct RepeatKey(string Category, int EventId, string Template);

/// <summary>Lines that were held back.</summary>
/// <param name="Key">Which.</param>
/// <param name="Level">Their level.</param>
/// <param name="Count">How many.</param>
internal sealed record HeldBack(RepeatKey Key, LogLevel Level, long Count);

/// <summary>
/// Lets the first lines of a kind through in each window, and counts the others. Memory is bounded: beyond the most kinds that are
/// remembered, lines pass uncounted. Safe to use from anywhere.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class RepeatLimit(TimeProvider time)
{
    /// <summary>How many lines of a kind are written in a window.</summary>
    public const int Most = 20;

    /// <summary>How many kinds are remembered, about 200 bytes each.</summary>
    public const int MostKinds = 1_000;

    /// <summary>How long a window lasts, from its first line.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _access = new();
    private readonly Dictionary<RepeatKey, Entry> _entries = [];

    /// <summary>How many kinds are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_access)
                return _entries.Count;
        }
    }

    /// <summary>Whether to write the line.</summary>
    /// <param name="key">Its kind.</param>
    /// <param name="level">Its level.</param>
    /// <param name="before">What was held back in the window before, to be told first; null for nothing.</param>
    public bool TryPass(RepeatKey key, LogLevel level, out HeldBack? before)
    {
        lock (_access)
        {
            before = null;
            if (!_entries.TryGetValue(key, out var entry))
            {
                if (_entries.Count >= MostKinds && !TryMakeRoom())
                    return true;
                _entries[key] = entry = new Entry { Since = time.GetTimestamp() };
            }

            if (time.GetElapsedTime(entry.Since) >= Window)
                before = Renew(key, entry);
            entry.Level = level;
            if (entry.Passed < Most)
            {
                entry.Passed++;
                return true;
            }

            entry.Held++;
            return false;
        }
    }

    /// <summary>Ends the windows that are over; what was held back in them.</summary>
    /// <param name="all">Whether to end all windows.</param>
    public IReadOnlyList<HeldBack> Sweep(bool all = false)
    {
        lock (_access)
        {
            var over = _entries.Where(entry => all || time.GetElapsedTime(entry.Value.Since) >= Window).ToList();
            foreach (var (key, _) in over)
                _entries.Remove(key);
            return [.. over.Where(entry => entry.Value.Held > 0).Select(entry => new HeldBack(entry.Key, entry.Value.Level, entry.Value.Held))];
        }
    }

    private HeldBack? Renew(RepeatKey key, Entry entry)
    {
        var held = entry.Held > 0 ? new HeldBack(key, entry.Level, entry.Held) : null;
        (entry.Since, entry.Passed, entry.Held) = (time.GetTimestamp(), 0, 0);
        return held;
    }

    private bool TryMakeRoom()
    {
        foreach (var (key, entry) in _entries)
        {
            if (entry.Held == 0 && time.GetElapsedTime(entry.Since) >= Window)
                _entries.Remove(key);
        }

        return _entries.Count < MostKinds;
    }

    private sealed class Entry
    {
        public long Since { get; set; }

        public int Passed { get; set; }

        public long Held { get; set; }

        public LogLevel Level { get; set; }
    }
}
