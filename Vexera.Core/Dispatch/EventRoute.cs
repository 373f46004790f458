using Vexera.Core.Events;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Instruments;

namespace Vexera.Core.Dispatch;

/// <summary>Where one kind of event goes.</summary>
/// <param name="name">Its name, in metrics and in the shedding order.</param>
/// <param name="descriptor">The event on the wire; null for one that State raises.</param>
/// <param name="changesState">Whether State wants it.</param>
/// <param name="wrapper">Makes contexts; null when nobody handles it.</param>
/// <param name="subscriptions">Who handles it.</param>
/// <param name="metrics">Where it is counted.</param>
internal sealed class EventRoute(
    string name, EventDescriptor? descriptor, bool changesState, EventWrapper? wrapper, Subscription[] subscriptions, VexeraMetrics metrics)
{
    /// <summary>The event on the wire; null for one that State raises.</summary>
    public EventDescriptor? Descriptor { get; } = descriptor;

    /// <summary>The event's tag in metrics.</summary>
    public KeyValuePair<string, object?> Tag { get; } = new("event", name);

    /// <summary>Counts those that came from Discord.</summary>
    public StripedCounter Received { get; } = metrics.EventsReceived.With(new KeyValuePair<string, object?>("event", name));

    /// <summary>Counts those that were left unread.</summary>
    public StripedCounter Skipped { get; } = metrics.EventsSkipped.With(new KeyValuePair<string, object?>("event", name));

    /// <summary>Counts those that were dropped under overload.</summary>
    public StripedCounter Shed { get; } = metrics.EventsShed.With(new KeyValuePair<string, object?>("event", name));

    /// <summary>Whether it is READY.</summary>
    public bool BeginsSession { get; } = descriptor == GatewayEvents.Ready;

    /// <summary>Whether State wants it.</summary>
    public bool ChangesState { get; } = changesState;

    /// <summary>Makes contexts; null when nobody handles the event.</summary>
    public EventWrapper? Wrapper { get; } = wrapper;

    /// <summary>Who handles it.</summary>
    public Subscription[] Subscriptions { get; } = subscriptions;

    /// <summary>From how full a queue on it is dropped.</summary>
    public double DroppedFrom { get; } = SheddingOrder.DroppedFrom(name);
}
