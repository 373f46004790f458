using System.Threading.Channels;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Wakes one waiter at a set moment or when somebody rings; rings between two waits count as one.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly Channel<bool> _rings =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Func<TimeSpan> _now;
    private readonly ITimer _timer;

    /// <param name="time">Makes the timer.</param>
    /// <param name="now">The moment that it is, on the scale of <see cref="Set"/>.</param>
    public Alarm(TimeProvider time, Func<TimeSpan> now)
    {
        _now = now;
        _timer = time.CreateTimer(static alarm => ((Alarm)alarm!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Rings at <paramref name="moment"/>, at once when it has passed; with null not before it is set again.</summary>
    public void Set(TimeSpan? moment)
    {
        var wait = moment - _now();
        _timer.Change(wait > TimeSpan.Zero ? WholeMilliseconds(wait.Value) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Looked at only now that the timer runs: the moment may have passed since the wait was reckoned.
        if (moment <= _now())
            Ring();
    }

    /// <summary>Wakes the waiter now.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Waits for the next ring.</summary>
    public async ValueTask WaitAsync() => await _rings.Reader.ReadAsync();

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    // Timers cut fractions off, and would ring too early.
    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
