namespace Vexera.Core.Dispatch;

/// <summary>What is handled in order: one handler's events of one guild, or of one channel outside of guilds.</summary>
/// <param name="Order">The id of the guild or channel, or the number of the shard.</param>
/// <param name="Subscription">The subscription's number.</param>
internal readonly record struct LaneKey(ulong Order, int Subscription);

/// <summary>Events waiting for one handler in one guild. Exists while there are any. Used under the lock of its stripe.</summary>
internal sealed class Lane
{
    private const int KeptCapacity = 16;
    private EventContext? _first;

    /// <summary>Which lane it is.</summary>
    public LaneKey Key { get; private set; }

    /// <summary>Whose events.</summary>
    public Subscription Subscription { get; private set; } = null!;

    /// <summary>The events behind the first, which goes with the lane to whoever works it.</summary>
    public Queue<EventContext> Waiting { get; } = new();

    /// <summary>Whether it is small enough to be kept for another use.</summary>
    public bool IsWorthKeeping => Waiting.Capacity <= KeptCapacity;

    /// <summary>Begins a use.</summary>
    public void Open(LaneKey key, Subscription subscription, EventContext first)
    {
        Key = key;
        Subscription = subscription;
        _first = first;
    }

    /// <summary>Puts the next event first; answers whether there was one.</summary>
    public bool Advance() => Waiting.TryDequeue(out _first);

    /// <summary>Takes the first event; null when it is taken. Needs no lock.</summary>
    public EventContext? TakeFirst() => Interlocked.Exchange(ref _first, null);
}
