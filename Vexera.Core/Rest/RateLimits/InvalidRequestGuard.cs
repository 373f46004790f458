namespace Vexera.Core.Rest.RateLimits;

/// <summary>
/// Counts invalid requests over a sliding window of 10 minutes. At 10,000 Discord bans the address, so well before that only
/// essential requests may go out, and shortly before it none. Times are since an origin of the owner's; not thread safe.
/// Source: https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans.
/// </summary>
/// <param name="threshold">How many stop what is not essential.</param>
internal sealed class InvalidRequestGuard(int threshold)
{
    /// <summary>How many stop everything.</summary>
    public const int HardStop = 9_500;

    private const int Slots = 61;
    private static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(10);
    private readonly int[] _slots = new int[Slots];
    private long _current;

    /// <summary>How many there were in the last 10 minutes, and up to 10 seconds more.</summary>
    public int Count { get; private set; }

    /// <summary>Whether only essential requests go out.</summary>
    public bool Tripped => Count >= threshold;

    /// <summary>Whether a request must not go out.</summary>
    public bool Refuses(bool essential, TimeSpan now)
    {
        Advance(now);
        return Count >= (essential ? HardStop : threshold);
    }

    /// <summary>How many there are in the window that ends now.</summary>
    public int CountAt(TimeSpan now)
    {
        Advance(now);
        return Count;
    }

    /// <summary>One more.</summary>
    public void Add(TimeSpan now)
    {
        Advance(now);
        _slots[_current % Slots]++;
        Count++;
    }

    private void Advance(TimeSpan now)
    {
        var slot = now.Ticks / SlotLength.Ticks;
        for (var emptied = 0; _current < slot && emptied < Slots; emptied++)
        {
            _current++;
            Count -= _slots[_current % Slots];
            _slots[_current % Slots] = 0;
        }

        _current = slot;
    }
}
