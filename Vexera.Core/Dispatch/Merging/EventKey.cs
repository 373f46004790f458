using System.Buffers.Binary;
using System.Security.Cryptography;
using Vexera.Core.Events;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>
/// What an event is recognised by in another session: its name and payload, or for events that Discord may write differently for
/// each session its name and id. SHA-256 cut to 128 bits, as members choose what is hashed.
/// </summary>
internal static class EventKey
{
    /// <summary>The key of an event; equal events have equal keys, whichever session they come from.</summary>
    /// <param name="name">The event's name in UTF-8.</param>
    /// <param name="data">The frame's <c>d</c> in UTF-8 JSON.</param>
    public static UInt128 Of(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(name);
        hash.AppendData([0]);
        if (HasId(name) && RoutingIds.Id(data) is { } id)
        {
            Span<byte> bytes = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, id.Value);
            hash.AppendData(bytes);
        }
        else
        {
            hash.AppendData(data);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    private static bool HasId(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("MESSAGE_CREATE"u8) || name.SequenceEqual("INTERACTION_CREATE"u8) || name.SequenceEqual("GUILD_CREATE"u8);
}
