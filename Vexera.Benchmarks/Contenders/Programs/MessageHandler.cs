using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>A handler that only counts, so that what is measured is the way to it.</summary>
internal sealed class MessageHandler(MessageCounter messages) : IEventHandler<MessageCreateEvent>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        messages.Add();
        return ValueTask.CompletedTask;
    }
}
