namespace Vexera.Core.Dispatch;

/// <summary>
/// Counts a handler's calls that wait, so that one handler that is slow everywhere leaves workers to the others: past its share, its
/// lanes are put aside until one of its calls ends. Calls that never wait are not counted; they soon give their worker back.
/// </summary>
internal sealed class HandlerPlaces
{
    private readonly Lock _lock = new();
    private readonly Queue<Lane> _aside = [];
    private int _waiting;
    private int _asideCount;

    /// <summary>A call begins to wait.</summary>
    public void Enter()
    {
        lock (_lock)
            _waiting++;
    }

    /// <summary>A call that waited has ended or was left behind.</summary>
    public void Leave()
    {
        lock (_lock)
            _waiting--;
    }

    /// <summary>Puts a lane aside if as many calls wait as may.</summary>
    /// <param name="lane">A lane of this handler.</param>
    /// <param name="most">How many may.</param>
    /// <returns>Whether it was put aside.</returns>
    public bool TryPutAside(Lane lane, int most)
    {
        if (Volatile.Read(ref _waiting) < most)
            return false;
        lock (_lock)
        {
            if (_waiting < most)
                return false;
            _aside.Enqueue(lane);
            _asideCount++;
            return true;
        }
    }

    /// <summary>Takes back a lane that was put aside, for each call that has ended, waited or not; null when there is none, or no place.</summary>
    /// <param name="most">How many calls may wait.</param>
    public Lane? TakeBack(int most)
    {
        if (Volatile.Read(ref _asideCount) == 0)
            return null;
        lock (_lock)
        {
            if (_waiting >= most || !_aside.TryDequeue(out var lane))
                return null;
            _asideCount--;
            return lane;
        }
    }
}
