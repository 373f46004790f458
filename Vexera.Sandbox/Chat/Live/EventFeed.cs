using System.Threading.Channels;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Chat.Live;

/// <summary>
/// Carries the world's events to a page in batches: the first at once, the next after a pause, so that a burst
/// costs ten renders a second and not one for each event.
/// </summary>
internal sealed class EventFeed : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Channel<WorldEvent> _events = Channel.CreateUnbounded<WorldEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _closing = new();
    private readonly IDisposable _listening;
    private readonly Task _running;

    /// <summary>Starts to carry.</summary>
    /// <param name="world">Where events come from.</param>
    /// <param name="time">Paces the batches.</param>
    /// <param name="deliver">Takes each batch; the next is not delivered before it returns.</param>
    public EventFeed(IChatWorld world, TimeProvider time, Func<IReadOnlyList<WorldEvent>, Task> deliver)
    {
        _listening = world.Listen(happened => _events.Writer.TryWrite(happened));
        _running = RunAsync(time, deliver, _closing.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _listening.Dispose();
        await _closing.CancelAsync();
        await _running;
        _closing.Dispose();
    }

    private async Task RunAsync(TimeProvider time, Func<IReadOnlyList<WorldEvent>, Task> deliver, CancellationToken closing)
    {
        try
        {
            while (await _events.Reader.WaitToReadAsync(closing))
            {
                var batch = new List<WorldEvent>();
                while (_events.Reader.TryRead(out var happened)) batch.Add(happened);
                await deliver(batch);
                await Task.Delay(Pause, time, closing);
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            return;
        }
    }
}
