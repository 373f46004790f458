using System.Collections.Concurrent;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Checks;

/// <summary>When each person used each command last, for as long as that matters.</summary>
/// <param name="time">The clock.</param>
internal sealed class Cooldowns(TimeProvider time)
{
    private const int SweepEvery = 1024;
    private readonly ConcurrentDictionary<(Snowflake User, string Command), Entry> _entries = [];
    private int _uses;

    /// <summary>How many uses are remembered.</summary>
    public int Count => _entries.Count;

    /// <summary>Uses the command now, or says how long is left and whether that was said before.</summary>
    public Wait Use(Snowflake user, string command, TimeSpan cooldown)
    {
        if (Interlocked.Increment(ref _uses) % SweepEvery == 0)
            Sweep();
        var fresh = new Entry(time.GetTimestamp(), cooldown, Told: false);
        while (true)
        {
            var entry = _entries.GetOrAdd((user, command), fresh);
            if (ReferenceEquals(entry, fresh))
                return default;
            var left = entry.Cooldown - time.GetElapsedTime(entry.UsedAt);
            var next = left <= TimeSpan.Zero ? fresh : entry with { Told = true };
            if (_entries.TryUpdate((user, command), next, entry))
                return left <= TimeSpan.Zero ? default : new Wait(left, entry.Told);
        }
    }

    private void Sweep()
    {
        foreach (var entry in _entries)
        {
            if (time.GetElapsedTime(entry.Value.UsedAt) >= entry.Value.Cooldown)
                _entries.TryRemove(entry);
        }
    }

    /// <summary>How long to wait, and whether the person was told before.</summary>
    /// <param name="Left">Zero for no wait.</param>
    /// <param name="Told">Whether an earlier call was answered with it.</param>
    internal readonly record struct Wait(TimeSpan Left, bool Told);

    private sealed record Entry(long UsedAt, TimeSpan Cooldown, bool Told);
}
