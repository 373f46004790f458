using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Counts guilds that were sent and applied to State.</summary>
/// <param name="expected">How many there are.</param>
internal sealed class GuildCounter(int expected) : IEventHandler<GuildCreateEvent>
{
    private readonly TaskCompletionSource _allSeen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _seen;

    /// <summary>Completes when all have come.</summary>
    public Task AllSeen => _allSeen.Task;

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<GuildCreateEvent> context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _seen) == expected)
            _allSeen.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
