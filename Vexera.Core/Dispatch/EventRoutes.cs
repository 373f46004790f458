using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Dispatch;

/// <summary>Knows for each event whether State wants it and who handles it.</summary>
internal sealed class EventRoutes
{
    private readonly Dictionary<ReadOnlyMemory<byte>, EventRoute>.AlternateLookup<ReadOnlySpan<byte>> _byName;
    private readonly Dictionary<Type, EventRoute> _byType = [];

    public EventRoutes(
        EventCatalog catalog,
        StateUpdates updates,
        MalformedEvents malformed,
        IEnumerable<HandlerRegistration> registrations,
        IServiceProvider services,
        VexeraMetrics metrics)
    {
        var handled = registrations.Select((registration, number) => (registration, number)).ToLookup(pair => pair.registration.EventType);
        var byName = new Dictionary<ReadOnlyMemory<byte>, EventRoute>(new Utf8Names());
        foreach (var descriptor in catalog.All)
        {
            var route = Route(descriptor.Name, descriptor, descriptor.EventType);
            byName.Add(descriptor.Utf8Name, route);
            _byType.Add(descriptor.EventType, route);
        }

        foreach (var raised in handled.Select(group => group.Key).Where(type => !_byType.ContainsKey(type)))
            _byType.Add(raised, Route(raised.Name, null, raised));
        _byName = byName.GetAlternateLookup<ReadOnlySpan<byte>>();

        EventRoute Route(string name, EventDescriptor? descriptor, Type type) => new(
            name,
            descriptor,
            updates.Concern(type),
            handled[type].Select(pair => pair.registration.Wrapper(descriptor, malformed)).FirstOrDefault(),
            [.. handled[type].Select(pair => pair.registration.Subscribe(pair.number, name, services))],
            metrics);
    }

    /// <summary>The route of the event with this name, or null for one that Vexera does not read.</summary>
    /// <param name="name">The frame's <c>t</c> in UTF-8.</param>
    public EventRoute? Find(ReadOnlySpan<byte> name) => _byName.TryGetValue(name, out var route) ? route : null;

    /// <summary>The route of events of this type, or null when nobody handles them.</summary>
    public EventRoute? Find(Type eventType) => _byType.GetValueOrDefault(eventType);

    /// <summary>Finds all handlers.</summary>
    public void Prepare()
    {
        foreach (var subscription in _byType.Values.SelectMany(route => route.Subscriptions))
            subscription.Prepare();
    }
}
