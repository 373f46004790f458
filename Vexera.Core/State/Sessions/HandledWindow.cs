namespace Vexera.Core.State.Sessions;

/// <summary>
/// Which events of a session are done: handled, given up by their deadline, shed, or of no concern to anybody. The loop of the
/// shard writes, handlers close what they were called for, the writer of State reads; none of them waits for another. Takes four
/// bytes for each number since the first event that is not done, and handlers have deadlines.
/// </summary>
/// <param name="after">The session is known from this event on.</param>
/// <param name="earlier">What an earlier process has done beyond it.</param>
internal sealed class HandledWindow(long after, HandledRuns earlier)
{
    private const int MostSpares = 16;
    private readonly HandledRuns _earlier = earlier;
    private HandledSegment? _first;
    private HandledSegment? _last;
    // Segments for reuse: the writer adds to one chain, the loop takes it whole when its own is used up.
    private HandledSegment? _spare;
    private HandledSegment? _ownSpare;
    private long _applied = after;

    /// <summary>The last event that was applied; all before it are open or done.</summary>
    public long Applied => Volatile.Read(ref _applied);

    /// <summary>Whether an earlier process has done an event that comes now. For the loop of the shard.</summary>
    public bool WasDone(long sequence) => sequence <= _earlier.Last && _earlier.Contains(sequence);

    /// <summary>Where to open an event that goes to handlers, before <see cref="Apply"/>. For the loop of the shard.</summary>
    public HandledSegment SegmentOf(long sequence) => _last is { } last && sequence < last.End ? last : Append(sequence);

    /// <summary>An event was applied; if it goes to handlers, it was opened before. For the loop of the shard.</summary>
    public void Apply(long sequence) => Volatile.Write(ref _applied, sequence);

    /// <summary>The number up to which all is done. For the writer, with an <see cref="Applied"/> that was read before.</summary>
    public long DoneUpTo(long applied)
    {
        while (Volatile.Read(ref _first) is { } segment)
        {
            // Read before the search: then nothing is opened in this segment any more.
            var next = segment.Next;
            if (segment.NextOpen(segment.First) is { } open)
                return Math.Min(applied, open - 1);
            if (next is null)
                break;
            Volatile.Write(ref _first, next);
            Spare(segment);
        }

        return applied;
    }

    /// <summary>What is done beyond a number that <see cref="DoneUpTo"/> gave, or an earlier one. For the writer.</summary>
    /// <param name="after">The number.</param>
    /// <param name="applied">An <see cref="Applied"/> that was read before.</param>
    public HandledRuns DoneBeyond(long after, long applied)
    {
        var open = new List<Run>();
        var last = applied;
        for (var segment = Volatile.Read(ref _first); segment is not null && segment.First <= applied; segment = segment.Next)
        {
            for (var from = segment.NextOpen(after + 1); from is { } first && first <= applied;)
            {
                var end = Math.Min(segment.NextDone(first) ?? segment.End, applied + 1);
                Add(open, new Run(first, end - first));
                from = segment.NextOpen(end);
            }
        }

        if (_earlier.Last > applied)
        {
            last = _earlier.Last;
            foreach (var run in _earlier.Open.Where(run => run.End > applied + 1))
                Add(open, run.First > applied ? run : new Run(applied + 1, run.End - applied - 1));
        }

        if (open.Count > HandledRuns.MostRuns)
        {
            last = open[HandledRuns.MostRuns].First - 1;
            open.RemoveRange(HandledRuns.MostRuns, open.Count - HandledRuns.MostRuns);
        }

        // What is open at the end need not be said: nothing beyond is done.
        if (open is [.., var tail] && tail.End > last)
        {
            last = tail.First - 1;
            open.RemoveAt(open.Count - 1);
        }

        return new HandledRuns(last, open);
    }

    private void Spare(HandledSegment segment)
    {
        HandledSegment? before;
        do
        {
            before = Volatile.Read(ref _spare);
            if (before?.Depth >= MostSpares)
                return;
            (segment.Next, segment.Depth) = (before, (before?.Depth ?? 0) + 1);
        }
        while (Interlocked.CompareExchange(ref _spare, segment, before) != before);
    }

    private static void Add(List<Run> runs, Run run)
    {
        if (runs is [.., var before] && before.End == run.First)
            runs[^1] = new Run(before.First, before.Length + run.Length);
        else
            runs.Add(run);
    }

    private HandledSegment Append(long sequence)
    {
        var segment = _ownSpare ?? Interlocked.Exchange(ref _spare, null);
        _ownSpare = segment?.Next;
        if (segment is null)
            segment = new HandledSegment(sequence);
        else
            segment.Reuse(sequence);
        if (_last is null)
            Volatile.Write(ref _first, segment);
        else
            _last.Next = segment;
        return _last = segment;
    }
}
