namespace Vexera.Core.Dispatch.Merging;

/// <summary>
/// How far one guild's events came on both sides: those that the one is ahead with. Both sides bring them in the same order, and
/// the old side brings all. What it brought and the new side has passed by happened before the new session began, and is forgotten;
/// so an equal event is not taken for it, once both sides have brought something that is like nothing before. Not safe for several
/// threads.
/// </summary>
/// <param name="keepsFor">How long the other side may take to bring an event.</param>
/// <param name="time">The clock.</param>
internal sealed class TwinSequence(TimeSpan keepsFor, TimeProvider time)
{
    private readonly List<(UInt128 Key, long At)> _ahead = [];
    private FleetSide _side;

    /// <summary>How many events wait for their twin.</summary>
    public int Count => _ahead.Count;

    /// <summary>How many events came from the new side and not yet from the old one.</summary>
    public int NewAhead
    {
        get
        {
            Expire();
            return _side == FleetSide.New ? _ahead.Count : 0;
        }
    }

    /// <summary>
    /// An event came: whether it is the twin of one that came from the other side. If not, its own twin is awaited, unless the new
    /// side has passed it by.
    /// </summary>
    public bool TryPair(FleetSide side, UInt128 key)
    {
        Expire();
        var twin = _ahead.Count > 0 && side != _side ? _ahead.FindIndex(one => one.Key == key) : -1;
        if (twin >= 0)
        {
            _ahead.RemoveRange(0, twin + 1);
            return true;
        }

        if (_ahead.Count > 0 && side != _side)
        {
            if (side == FleetSide.Old)
                return false;
            _ahead.Clear();
        }

        _side = side;
        _ahead.Add((key, time.GetTimestamp()));
        return false;
    }

    /// <summary>Waits no more for the twin that was awaited longest.</summary>
    public void DropEldest() => _ahead.RemoveAt(0);

    private void Expire()
    {
        var expired = 0;
        while (expired < _ahead.Count && time.GetElapsedTime(_ahead[expired].At) >= keepsFor)
            expired++;
        _ahead.RemoveRange(0, expired);
    }
}
