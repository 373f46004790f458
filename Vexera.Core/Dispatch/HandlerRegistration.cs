using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Events;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Dispatch;

/// <summary>Says that a handler wants a kind of event.</summary>
internal abstract class HandlerRegistration
{
    /// <summary>The kind of event.</summary>
    public abstract Type EventType { get; }

    /// <summary>Makes the subscription.</summary>
    /// <param name="number">Tells subscriptions apart.</param>
    /// <param name="eventName">The event's name in metrics.</param>
    /// <param name="services">Where handlers are.</param>
    public abstract Subscription Subscribe(int number, string eventName, IServiceProvider services);

    /// <summary>Makes what wraps events of this kind.</summary>
    /// <param name="descriptor">The event on the wire; null for one that State raises.</param>
    /// <param name="malformed">Where to report what cannot be read.</param>
    public abstract EventWrapper Wrapper(EventDescriptor? descriptor, MalformedEvents malformed);
}

/// <inheritdoc/>
/// <typeparam name="TEvent">The kind of event.</typeparam>
/// <typeparam name="THandler">The handler.</typeparam>
/// <param name="module">The module it belongs to.</param>
internal sealed class HandlerRegistration<TEvent, THandler>(string module) : HandlerRegistration
    where TEvent : class
    where THandler : class, IEventHandler<TEvent>
{
    /// <inheritdoc/>
    public override Type EventType => typeof(TEvent);

    /// <inheritdoc/>
    public override Subscription Subscribe(int number, string eventName, IServiceProvider services) => new Subscription<TEvent>(
        number,
        module,
        typeof(THandler),
        services.GetRequiredService<VexeraMetrics>().EventsHandled.With(new("event", eventName), new("module", module)),
        services.GetRequiredService<THandler>);

    /// <inheritdoc/>
    public override EventWrapper Wrapper(EventDescriptor? descriptor, MalformedEvents malformed) =>
        new EventWrapper<TEvent>((EventDescriptor<TEvent>?)descriptor, malformed);
}
