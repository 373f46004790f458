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
    // Events from the old side less those from the new one. Of two generations the elder is dropped whole.
    private Dictionary<UInt128, int> _young = [];
    private Dictionary<UInt128, int> _elder = [];
    private long _turned = time.GetTimestamp();

    /// <summary>How many different events wait for their twin.</summary>
    public int Count => _young.Count + _elder.Count;

    /// <summary>An event came: whether it is the twin of one that came from the other side; if not, its own twin is awaited.</summary>
    public bool TryPair(FleetSide side, UInt128 key)
    {
        Turn();
        var step = StepOf(side);
        if (TryCancel(_elder, key, step) || TryCancel(_young, key, step))
            return true;
        if (_young.Count >= bound && !_young.ContainsKey(key))
            Shift();
        _young[key] = _young.GetValueOrDefault(key) + step;
        return false;
    }

    /// <summary>Takes back what was just noted: the event was not handled after all.</summary>
    public void Forget(FleetSide side, UInt128 key) => TryCancel(_young, key, -StepOf(side));

    private static int StepOf(FleetSide side) => side == FleetSide.Old ? 1 : -1;

    private static bool TryCancel(Dictionary<UInt128, int> counts, UInt128 key, int step)
    {
        if (!counts.TryGetValue(key, out var count) || Math.Sign(count) == step)
            return false;
        if (count + step == 0)
            counts.Remove(key);
        else
            counts[key] = count + step;
        return true;
    }

    private void Turn()
    {
        var elapsed = time.GetElapsedTime(_turned);
        if (elapsed < horizon)
            return;
        Shift();
        if (elapsed >= horizon * 2)
            _elder.Clear();
    }

    private void Shift()
    {
        (_elder, _young) = (_young, _elder);
        _young.Clear();
        _turned = time.GetTimestamp();
    }
}
