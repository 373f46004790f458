namespace Vexera.Core.Gateway.Session;

/// <summary>
/// When to send a heartbeat, and what came of the last one.
/// Source: https://discord.com/developers/docs/events/gateway#sending-heartbeats.
/// </summary>
internal sealed class Heartbeat
{
    private TimeSpan _interval;
    private TimeSpan? _sentAt;

    /// <summary>When the next one is due, or null before HELLO and between connections.</summary>
    public TimeSpan? Due { get; private set; }

    /// <summary>Whether the last one sent was not acknowledged yet.</summary>
    public bool IsUnanswered => _sentAt is not null;

    /// <summary>From the last acknowledged one to its acknowledgement.</summary>
    public TimeSpan? Latency { get; private set; }

    /// <summary>HELLO came: the first is due after a random part of the interval.</summary>
    public void Start(Moment at, TimeSpan interval)
    {
        _interval = interval;
        _sentAt = null;
        Due = at.Now + (interval * at.Jitter);
    }

    /// <summary>One was sent; the next is due an interval later.</summary>
    public void Sent(TimeSpan now)
    {
        _sentAt = now;
        Due = now + _interval;
    }

    /// <summary>The send limit is reached: later.</summary>
    public void Postpone(TimeSpan until) => Due = until;

    /// <summary>An acknowledgement came.</summary>
    public void Acknowledge(TimeSpan now)
    {
        if (_sentAt is { } sent)
            Latency = now - sent;
        _sentAt = null;
    }

    /// <summary>The connection ended.</summary>
    public void Stop()
    {
        Due = null;
        _sentAt = null;
    }
}
