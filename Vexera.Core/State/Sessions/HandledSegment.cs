namespace Vexera.Core.State.Sessions;

/// <summary>
/// How many calls of handlers are still open for each of some consecutive events of a session. An event without any is done, and
/// so is a number that never came: Discord leaves gaps.
/// </summary>
/// <param name="first">The number of the first event.</param>
internal sealed class HandledSegment(long first)
{
    /// <summary>How many numbers one covers.</summary>
    public const int Length = 512;

    private readonly int[] _open = new int[Length];
    private HandledSegment? _next;

    /// <summary>The number of the first event.</summary>
    public long First { get; private set; } = first;

    /// <summary>The first number beyond.</summary>
    public long End => First + Length;

    /// <summary>How many segments for reuse there are from here on along <see cref="Next"/>.</summary>
    public int Depth { get; set; }

    /// <summary>The segment of later events; null while there is none.</summary>
    public HandledSegment? Next
    {
        get => Volatile.Read(ref _next);
        set => Volatile.Write(ref _next, value);
    }

    /// <summary>An event goes to handlers, or to one more.</summary>
    /// <param name="sequence">The event's number.</param>
    /// <param name="calls">How many calls are to end before it is done.</param>
    public void Open(long sequence, int calls) => Interlocked.Add(ref _open[sequence - First], calls);

    /// <summary>A call has ended, or was given up.</summary>
    /// <param name="sequence">The event's number.</param>
    public void Close(long sequence) => Interlocked.Decrement(ref _open[sequence - First]);

    /// <summary>The first event from <paramref name="sequence"/> on that is not done; null when there is none in this segment.</summary>
    public long? NextOpen(long sequence) => Find(sequence, static open => open.IndexOfAnyExcept(0));

    /// <summary>The first event from <paramref name="sequence"/> on that is done; null when there is none in this segment.</summary>
    public long? NextDone(long sequence) => Find(sequence, static open => open.IndexOf(0));

    /// <summary>Begins another use. Every event of it is done.</summary>
    /// <param name="sequence">The number of the first event.</param>
    public void Reuse(long sequence) => (First, Next) = (sequence, null);

    private long? Find(long sequence, Func<ReadOnlySpan<int>, int> indexOf)
    {
        var start = (int)Math.Max(0, sequence - First);
        if (start >= Length)
            return null;
        var index = indexOf(_open.AsSpan(start));
        return index < 0 ? null : First + start + index;
    }
}
