using System.Runtime.InteropServices;

namespace Vexera.Core.Dispatch;

/// <summary>The lanes in use. A guild in which nothing waits has none, and costs nothing.</summary>
internal sealed class LaneTable
{
    // Few enough to stay in the processor's caches, enough for threads to seldom meet.
    private static readonly int StripeBits = int.Log2(Environment.ProcessorCount) + 2;
    private readonly Stripe[] _stripes = [.. Enumerable.Range(0, 1 << StripeBits).Select(_ => new Stripe())];

    /// <summary>How many lanes are in use.</summary>
    public int Count => _stripes.Sum(stripe => stripe.Count);

    /// <summary>Adds an event to its lane.</summary>
    /// <returns>The lane when it was not in use before, so that somebody must be found to work it; else null.</returns>
    public Lane? Add(ulong order, Subscription subscription, EventContext context) =>
        StripeOf(order).Add(new LaneKey(order, subscription.Number), subscription, context);

    /// <summary>Takes the first event of a lane in use; null when everything was cleared.</summary>
    public static EventContext? Take(Lane lane) => lane.TakeFirst();

    /// <summary>The event that was taken is done.</summary>
    /// <returns>Whether there is another; else the lane is no longer in use.</returns>
    public bool HasMore(Lane lane) => StripeOf(lane.Key.Order).HasMore(lane);

    /// <summary>Takes every event that waits.</summary>
    public IReadOnlyList<EventContext> Clear() => [.. _stripes.SelectMany(stripe => stripe.Clear())];

    // Guild ids carry the time in their upper bits; a multiplication mixes them down.
    private Stripe StripeOf(ulong order) => _stripes[(order * 0x9E37_79B9_7F4A_7C15UL) >> (64 - StripeBits)];

    private sealed class Stripe
    {
        private const int KeptLanes = 32;
        private const int KeptCapacity = 1024;
        private readonly Lock _lock = new();
        private readonly Dictionary<LaneKey, Lane> _lanes = [];
        private readonly Stack<Lane> _spare = new();

        public int Count
        {
            get
            {
                lock (_lock)
                    return _lanes.Count;
            }
        }

        public Lane? Add(LaneKey key, Subscription subscription, EventContext context)
        {
            lock (_lock)
            {
                ref var lane = ref CollectionsMarshal.GetValueRefOrAddDefault(_lanes, key, out var isInUse);
                if (isInUse)
                {
                    lane!.Waiting.Enqueue(context);
                    return null;
                }

                lane = _spare.TryPop(out var spare) ? spare : new Lane();
                lane.Open(key, subscription, context);
                return lane;
            }
        }

        public List<EventContext> Clear()
        {
            lock (_lock)
            {
                var waiting = new List<EventContext>();
                foreach (var lane in _lanes.Values)
                {
                    if (lane.TakeFirst() is { } first)
                        waiting.Add(first);
                    waiting.AddRange(lane.Waiting);
                    lane.Waiting.Clear();
                }

                _lanes.Clear();
                return waiting;
            }
        }

        public bool HasMore(Lane lane)
        {
            lock (_lock)
            {
                if (lane.Advance())
                    return true;
                _lanes.Remove(lane.Key);
                if (_lanes.Count == 0 && _lanes.Capacity > KeptCapacity)
                    _lanes.TrimExcess();
                if (lane.IsWorthKeeping && _spare.Count < KeptLanes)
                    _spare.Push(lane);
                return false;
            }
        }
    }
}
