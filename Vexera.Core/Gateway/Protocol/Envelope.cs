namespace Vexera.Core.Gateway.Protocol;

/// <summary>A frame's outer object, its payload unread.</summary>
/// <param name="Opcode">The <c>op</c>, known or not.</param>
/// <param name="Sequence">The <c>s</c>, or null.</param>
/// <param name="Name">The <c>t</c> in UTF-8, or empty.</param>
/// <param name="Data">The <c>d</c> in UTF-8 JSON; <c>null</c> when it was missing.</param>
internal readonly record struct Envelope(Opcode Opcode, long? Sequence, ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Data);
