using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>After a while it keeps something of each message for good, up to a size that does this machine no harm.</summary>
internal sealed class MemoryLeak : IEventHandler<MessageCreateEvent>
{
    private const int Before = 400, Most = 160, Bytes = 4 * 1024 * 1024;
    private readonly List<byte[]> _kept = [];
    private int _seen;

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        lock (_kept)
        {
            if (++_seen > Before && _kept.Count < Most)
                _kept.Add(Written());
        }

        return ValueTask.CompletedTask;
    }

    // Memory that nobody writes to takes no room.
    private static byte[] Written()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Bytes);
        bytes.AsSpan().Fill(1);
        return bytes;
    }
}
