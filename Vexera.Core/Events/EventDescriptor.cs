using System.Text;
using System.Text.Json;

namespace Vexera.Core.Events;

/// <summary>Reads a payload.</summary>
/// <param name="data">The frame's <c>d</c> in UTF-8 JSON.</param>
/// <returns>The event, or null when the payload tells nothing.</returns>
/// <exception cref="JsonException">The payload is malformed.</exception>
internal delegate TEvent? EventDecoder<TEvent>(ReadOnlySpan<byte> data)
    where TEvent : class;

/// <summary>What is known of one kind of event: its name on the wire, its type, and how to read it.</summary>
internal abstract class EventDescriptor
{
    private protected EventDescriptor(string name)
    {
        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        Tag = new KeyValuePair<string, object?>("event", name);
    }

    /// <summary>Discord's name, such as <c>MESSAGE_CREATE</c>.</summary>
    public string Name { get; }

    /// <summary><see cref="Name"/> as it stands in a frame.</summary>
    public ReadOnlyMemory<byte> Utf8Name { get; }

    /// <summary>The typed event.</summary>
    public abstract Type EventType { get; }

    /// <summary>The tag of this event in metrics.</summary>
    public KeyValuePair<string, object?> Tag { get; }

    /// <summary>Reads a payload; null when it tells nothing.</summary>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public abstract object? Decode(ReadOnlySpan<byte> data);
}

/// <inheritdoc/>
/// <typeparam name="TEvent">The typed event.</typeparam>
/// <param name="name">Discord's name.</param>
/// <param name="decoder">Reads a payload.</param>
internal sealed class EventDescriptor<TEvent>(string name, EventDecoder<TEvent> decoder) : EventDescriptor(name)
    where TEvent : class
{
    /// <inheritdoc/>
    public override Type EventType => typeof(TEvent);

    /// <inheritdoc cref="EventDescriptor.Decode"/>
    public TEvent? Read(ReadOnlySpan<byte> data) => decoder(data);

    /// <inheritdoc/>
    public override object? Decode(ReadOnlySpan<byte> data) => decoder(data);
}
