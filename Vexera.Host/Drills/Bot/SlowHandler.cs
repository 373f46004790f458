using System.Text.Json;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Host.Control;

namespace Vexera.Host.Drills.Bot;

/// <summary>Takes its time with each message, as long as it is told to.</summary>
/// <param name="time">The clock.</param>
internal sealed class SlowHandler(TimeProvider time) : IEventHandler<MessageCreateEvent>
{
    private long _milliseconds;

    /// <summary>How long it takes, in milliseconds; 0 for not at all.</summary>
    public long Milliseconds
    {
        get => Interlocked.Read(ref _milliseconds);
        set => Interlocked.Exchange(ref _milliseconds, value);
    }

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        if (Milliseconds > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(Milliseconds), time, cancellationToken);
    }
}

/// <summary>Tells the slow handler how slow to be: the argument is a number of milliseconds.</summary>
/// <param name="handler">The handler.</param>
internal sealed class SlowHandlerControl(SlowHandler handler) : IControlCommand
{
    /// <summary>The command's name.</summary>
    public const string CommandName = "slow-handler";

    /// <inheritdoc/>
    public string Name => CommandName;

    /// <inheritdoc/>
    public Task<JsonElement> RunAsync(JsonElement? arguments, CancellationToken cancellationToken)
    {
        handler.Milliseconds = arguments?.GetInt64() ?? 0;
        return Task.FromResult(JsonSerializer.SerializeToElement((int)handler.Milliseconds, ControlJson.Default.Int32));
    }
}
