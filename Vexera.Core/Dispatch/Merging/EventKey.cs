using System.Buffers.Binary;
using System.Security.Cryptography;
using Vexera.Core.Events;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>
/// What an event is recognised by in another session: its name and payload, or for events that Discord may write differently for
/// each session its name and id. SHA-256 cut to 128 bits, as members choose what is hashed.
/// </summary>
/// <param name="Hash">Equal for equal events, whichever session they come from.</param>
/// <param name="IsInOrder">
/// Whether both sessions bring the event in the same order with others of its guild. An interaction comes from elsewhere than what
/// happens in the guild, and a whole guild when the session is ready for it.
/// </param>
internal readonly record struct EventKey(UInt128 Hash, bool IsInOrder)
{
    /// <summary>The key of an event.</summary>
    /// <param name="name">The event's name in UTF-8.</param>
    /// <param name="data">The frame's <c>d</c> in UTF-8 JSON.</param>
    public static EventKey Of(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(name);
        hash.AppendData([0]);
        var id = HasId(name) ? RoutingIds.Id(data) : null;
        if (id is not null)
        {
            Span<byte> bytes = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, id.Value.Value);
            hash.AppendData(bytes);
        }
        else
        {
            hash.AppendData(data);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return new EventKey(BinaryPrimitives.ReadUInt128LittleEndian(digest), IsInOrderOf(name));
    }

    private static bool HasId(ReadOnlySpan<byte> name) => name.SequenceEqual("MESSAGE_CREATE"u8) || !IsInOrderOf(name);

    private static bool IsInOrderOf(ReadOnlySpan<byte> name) =>
        !name.SequenceEqual("INTERACTION_CREATE"u8) && !name.SequenceEqual("GUILD_CREATE"u8);
}
