using Vexera.Core.Gateway;

namespace Vexera.Host.Drills.Bot.Breakers.Gateway;

/// <summary>A queue that lets a message fall now and then, as one does that is full and waits for nobody.</summary>
internal sealed class FullQueue(IDispatchSink inner) : IDispatchSink
{
    private const int Every = 50;
    private int _count;

    /// <inheritdoc/>
    public ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken) =>
        frame.Name.Span.SequenceEqual("MESSAGE_CREATE"u8) && Interlocked.Increment(ref _count) % Every == 0
            ? ValueTask.CompletedTask
            : inner.OnDispatchAsync(frame, cancellationToken);

    /// <inheritdoc/>
    public void LendThread() => inner.LendThread();
}
