using System.Threading.Channels;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Wakes one waiter at a set time or when somebody rings; rings between two waits count as one.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly Channel<bool> _rings =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly ITimer _timer;

    public Alarm(TimeProvider time) =>
        _timer = time.CreateTimer(static alarm => ((Alarm)alarm!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Rings after <paramref name="wait"/>, or not before it is set again.</summary>
    public void Set(TimeSpan? wait)
    {
        if (wait is { } soon && soon <= TimeSpan.Zero)
            Ring();
        else
            _timer.Change(wait is { } later ? TimeSpan.FromMilliseconds(Math.Ceiling(later.TotalMilliseconds)) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Wakes the waiter now.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Waits for the next ring.</summary>
    public async ValueTask WaitAsync() => await _rings.Reader.ReadAsync();

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();
}
