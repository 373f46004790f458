using Vexera.Core.Telemetry.Instruments;

namespace Vexera.Core.Dispatch;

/// <summary>A handler's wish for one kind of event.</summary>
internal abstract class Subscription
{
    private protected Subscription(int number, string module, string handler, StripedCounter handled)
    {
        Handled = handled;
        Number = number;
        Handler = handler;
        Tag = new KeyValuePair<string, object?>("module", module);
    }

    /// <summary>Tells subscriptions apart.</summary>
    public int Number { get; }

    /// <summary>The handler's name, for the log.</summary>
    public string Handler { get; }

    /// <summary>Counts calls of the handler that have ended.</summary>
    public StripedCounter Handled { get; }

    /// <summary>Its calls that wait, and its lanes that wait for their end.</summary>
    public HandlerPlaces Places { get; } = new();

    /// <summary>The module's tag in metrics.</summary>
    public KeyValuePair<string, object?> Tag { get; }

    /// <summary>Finds the handler, so that one that cannot be made stops the bot at its start.</summary>
    public abstract void Prepare();

    /// <summary>Calls the handler.</summary>
    public abstract ValueTask InvokeAsync(EventContext context, CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <typeparam name="TEvent">The kind of event.</typeparam>
/// <param name="number">Tells subscriptions apart.</param>
/// <param name="module">The module that the handler belongs to.</param>
/// <param name="type">The handler's type.</param>
/// <param name="handled">Counts calls of the handler that have ended.</param>
/// <param name="find">Finds the handler, which may need the gateway, which needs subscriptions: so not before it is needed.</param>
internal sealed class Subscription<TEvent>(int number, string module, Type type, StripedCounter handled, Func<IEventHandler<TEvent>> find)
    : Subscription(number, module, type.Name, handled)
    where TEvent : class
{
    private readonly Lazy<IEventHandler<TEvent>> _handler = new(find);

    /// <inheritdoc/>
    public override void Prepare() => _ = _handler.Value;

    /// <inheritdoc/>
    public override ValueTask InvokeAsync(EventContext context, CancellationToken cancellationToken) =>
        _handler.Value.HandleAsync((EventContext<TEvent>)context, cancellationToken);
}
