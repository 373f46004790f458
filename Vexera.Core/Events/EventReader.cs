namespace Vexera.Core.Events;

/// <summary>Reads one kind of event, and reports what it cannot read.</summary>
/// <typeparam name="TEvent">The typed event.</typeparam>
/// <param name="descriptor">The kind of event.</param>
/// <param name="malformed">Where to report.</param>
internal sealed class EventReader<TEvent>(EventDescriptor<TEvent> descriptor, MalformedEvents malformed)
    where TEvent : class
{
    /// <summary>Reads a payload.</summary>
    /// <param name="data">The frame's <c>d</c> in UTF-8 JSON.</param>
    /// <exception cref="MalformedEventException">It cannot be read.</exception>
    public TEvent Read(ReadOnlySpan<byte> data)
    {
        try
        {
            return descriptor.Read(data) ?? throw new MalformedEventException(descriptor, null);
        }
        catch (Exception failure) when (failure is not MalformedEventException)
        {
            malformed.Report(descriptor, failure);
            throw new MalformedEventException(descriptor, failure);
        }
    }
}
