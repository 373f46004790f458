using Vexera.Core.Discord;
using Vexera.Core.Gateway.Fleet.Resharding;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>Guilds with their events and nothing shared with other lanes; one event at a time.</summary>
/// <param name="bound">How many events may wait for their twin, those in no order left out.</param>
/// <param name="timing">The horizon and the clock.</param>
internal sealed class MergeLane(int bound, ReshardTiming timing)
{
    private readonly TwinLedger _unordered = new(timing.Horizon, bound / 2, timing.Time);
    private readonly Dictionary<Snowflake, TwinSequence> _inOrder = [];
    private int _waiting;

    /// <summary>Who may touch the lane.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Guilds that a READY of the new fleet listed and that were not sent yet, with the timestamp of the READY.</summary>
    public Dictionary<Snowflake, long> Listed { get; } = [];

    /// <summary>How many events came from the new side and not yet from the old one.</summary>
    public int NewAhead => _unordered.NewAhead + _inOrder.Values.Sum(guild => guild.NewAhead);

    /// <summary>An event came: whether it is the twin of one that came from the other side; if not, its own twin is awaited.</summary>
    /// <param name="side">Where it came from.</param>
    /// <param name="group">The guild, or the channel outside of guilds, in which events are in order.</param>
    /// <param name="key">What it is known by.</param>
    public bool TryPair(FleetSide side, Snowflake group, EventKey key)
    {
        if (!key.IsInOrder)
            return _unordered.TryPair(side, key.Hash);
        if (!_inOrder.TryGetValue(group, out var events))
            _inOrder.Add(group, events = new TwinSequence(timing.Horizon * 2, timing.Time));
        _waiting -= events.Count;
        var isTwin = events.TryPair(side, key.Hash);
        if (_waiting + events.Count > bound && events.Count > 0)
            events.DropEldest();
        _waiting += events.Count;
        if (events.Count == 0)
            _inOrder.Remove(group);
        return isTwin;
    }
}
