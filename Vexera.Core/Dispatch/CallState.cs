namespace Vexera.Core.Dispatch;

/// <summary>
/// How the call stands that a worker is at, in one word that needs no lock. Its upper bits count calls, so that whoever watches
/// over deadlines never cancels or leaves behind a later call than the one that it has looked at. The worker begins and ends
/// calls; anybody may cancel and abandon.
/// </summary>
internal struct CallState
{
    private const long Running = 1;
    private const long Cancelled = 2;
    private const long Abandoned = 3;
    private const long Phase = 3;
    private const long Waiting = 4;
    private const long OneCall = 8;
    private long _word;

    /// <summary>Whether the worker is at no call.</summary>
    public readonly bool IsIdle => (Volatile.Read(in _word) & Phase) == 0;

    /// <summary>The call that one looks at, whatever becomes of it; for <see cref="TryCancel"/> and <see cref="TryAbandon"/>.</summary>
    public readonly long Look() => Volatile.Read(in _word) & -OneCall;

    /// <summary>A call begins. What was written before is seen by those who <see cref="Look"/>.</summary>
    public void Begin() => Volatile.Write(ref _word, ((_word & -OneCall) + OneCall) | Running);

    /// <summary>The call's handler waits and holds no thread any more.</summary>
    /// <returns>Whether it is still the worker's, that is not left behind.</returns>
    public bool TryWait() => (Interlocked.Or(ref _word, Waiting) & Phase) != Abandoned;

    /// <summary>The call ends by itself.</summary>
    /// <param name="late">Whether it was asked to stop.</param>
    /// <returns>Whether it was still the worker's, that is not left behind.</returns>
    public bool TryEnd(out bool late)
    {
        var was = Interlocked.And(ref _word, -OneCall) & Phase;
        late = was == Cancelled;
        return was != Abandoned;
    }

    /// <summary>Asks a running call to stop.</summary>
    /// <param name="call">The call, from <see cref="Look"/>.</param>
    /// <returns>Whether it runs and was not asked before. What was read since the look was of this call then.</returns>
    public bool TryCancel(long call) => TryMove(call, Running, Cancelled, out _);

    /// <summary>Leaves a call behind that was asked to stop.</summary>
    /// <param name="call">The call, from <see cref="Look"/>.</param>
    /// <param name="holdsThread">Whether it has not even begun to wait.</param>
    /// <returns>Whether it runs and was asked to stop. What was read since the look was of this call then.</returns>
    public bool TryAbandon(long call, out bool holdsThread) => TryMove(call, Cancelled, Abandoned, out holdsThread);

    private bool TryMove(long call, long from, long to, out bool holdsThread)
    {
        while (true)
        {
            var seen = Volatile.Read(ref _word);
            holdsThread = (seen & Waiting) == 0;
            if ((seen & ~Waiting) != (call | from))
                return false;
            if (Interlocked.CompareExchange(ref _word, (seen & Waiting) | call | to, seen) == seen)
                return true;
        }
    }
}
