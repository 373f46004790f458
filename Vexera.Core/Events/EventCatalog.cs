namespace Vexera.Core.Events;

/// <summary>Finds the descriptor of an event by the name in a frame.</summary>
internal sealed class EventCatalog
{
    private readonly Dictionary<ReadOnlyMemory<byte>, EventDescriptor>.AlternateLookup<ReadOnlySpan<byte>> _byName;

    /// <param name="descriptors">Every event there is, each name once.</param>
    public EventCatalog(IReadOnlyList<EventDescriptor> descriptors)
    {
        All = descriptors;
        _byName = descriptors
            .ToDictionary(descriptor => descriptor.Utf8Name, new Utf8Names())
            .GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The events that Vexera can read.</summary>
    public static EventCatalog Discord { get; } = new(GatewayEvents.All);

    /// <summary>Every event of the catalog.</summary>
    public IReadOnlyList<EventDescriptor> All { get; }

    /// <summary>The descriptor of the event with this name, or null for one that Vexera does not read. Allocates nothing.</summary>
    /// <param name="name">The frame's <c>t</c> in UTF-8.</param>
    public EventDescriptor? Find(ReadOnlySpan<byte> name) => _byName.TryGetValue(name, out var found) ? found : null;
}
