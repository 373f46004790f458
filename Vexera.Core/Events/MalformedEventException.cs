namespace Vexera.Core.Events;

/// <summary>A payload turned out unreadable when a handler asked for it. Already reported.</summary>
/// <param name="descriptor">The kind of event.</param>
/// <param name="failure">What was wrong; null when the payload tells nothing.</param>
internal sealed class MalformedEventException(EventDescriptor descriptor, Exception? failure)
    : Exception($"A {descriptor.Name} could not be read.", failure);
