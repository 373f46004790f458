namespace Vexera.Core.Gateway.Session;

/// <summary>
/// At most 120 sends in any 60 seconds of a connection.
/// Source: https://discord.com/developers/docs/events/gateway#rate-limiting.
/// </summary>
internal sealed class SendLimiter
{
    /// <summary>How many sends fit into a <see cref="Window"/>.</summary>
    public const int Limit = 120;

    /// <summary>The time in which the sends are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<TimeSpan> _sent = new();

    /// <summary>Takes one send, if after it <paramref name="reserve"/> more would still fit.</summary>
    /// <param name="now">The time.</param>
    /// <param name="reserve">How many sends to leave for what matters more; 0 for what matters most.</param>
    public bool TryTake(TimeSpan now, int reserve)
    {
        while (_sent.TryPeek(out var oldest) && now - oldest >= Window)
            _sent.Dequeue();
        if (_sent.Count + reserve >= Limit)
            return false;
        _sent.Enqueue(now);
        return true;
    }

    /// <summary>When the oldest send counted leaves the window, or null when none is counted.</summary>
    public TimeSpan? NextFreeAt => _sent.TryPeek(out var oldest) ? oldest + Window : null;
}
