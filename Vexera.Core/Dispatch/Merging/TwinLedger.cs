namespace Vexera.Core.Dispatch.Merging;

/// <summary>
/// Events that came from one side and not yet from the other. Equal events are counted, so that several stay several. Remembers
/// each for one to two horizons, and no more than twice its bound. Not safe for several threads.
/// </summary>
/// <param name="horizon">How long a twin may be late.</param>
/// <param name="bound">How many different events one horizon may hold; more shorten it.</param>
/// <param name="time">The clock.</param>
internal sealed class TwinLedger(TimeSpan horizon, int bound, TimeProvider time)
{
    // Of two generations the elder is dropped whole.
    private Generation _young = new();
    private Generation _elder = new();
    private long _turned = time.GetTimestamp();

    /// <summary>How many different events wait for their twin.</summary>
    public int Count => _young.Counts.Count + _elder.Counts.Count;

    /// <summary>How many events came from the new side and not yet from the old one, equal ones counted each.</summary>
    public int NewAhead
    {
        get
        {
            Turn();
            return _young.NewAhead + _elder.NewAhead;
        }
    }

    /// <summary>An event came: whether it is the twin of one that came from the other side; if not, its own twin is awaited.</summary>
    public bool TryPair(FleetSide side, UInt128 key)
    {
        Turn();
        if (_elder.TryCancel(key, StepOf(side)) || _young.TryCancel(key, StepOf(side)))
            return true;
        if (_young.Counts.Count >= bound && !_young.Counts.ContainsKey(key))
        {
            Shift();
            _turned = time.GetTimestamp();
        }

        _young.Add(key, StepOf(side));
        return false;
    }

    private static int StepOf(FleetSide side) => side == FleetSide.Old ? 1 : -1;

    // In whole horizons, so that a late look keeps nothing longer than two.
    private void Turn()
    {
        var elapsed = time.GetElapsedTime(_turned);
        if (elapsed < horizon)
            return;
        Shift();
        if (elapsed < horizon * 2)
        {
            _turned += (long)(horizon.TotalSeconds * time.TimestampFrequency);
            return;
        }

        Shift();
        _turned = time.GetTimestamp();
    }

    private void Shift()
    {
        (_elder, _young) = (_young, _elder);
        _young.Clear();
    }

    // Events from the old side less those from the new one.
    private sealed class Generation
    {
        public Dictionary<UInt128, int> Counts { get; } = [];

        public int NewAhead { get; private set; }

        public bool TryCancel(UInt128 key, int step)
        {
            if (!Counts.TryGetValue(key, out var count) || Math.Sign(count) == step)
                return false;
            if (count + step == 0)
                Counts.Remove(key);
            else
                Counts[key] = count + step;
            NewAhead -= count < 0 ? 1 : 0;
            return true;
        }

        public void Add(UInt128 key, int step)
        {
            Counts[key] = Counts.GetValueOrDefault(key) + step;
            NewAhead += step < 0 ? 1 : 0;
        }

        public void Clear()
        {
            Counts.Clear();
            NewAhead = 0;
        }
    }
}
