using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Vexera.Sandbox.Dns;

/// <summary>One question of a DNS client.</summary>
/// <param name="Name">The name, in lower case and without a dot at the end.</param>
/// <param name="Type">The type of record, such as 1 for A and 28 for AAAA.</param>
/// <param name="Length">Where the question ends in the packet.</param>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc1035#section-4"/>
internal readonly record struct DnsQuestion(string Name, ushort Type, int Length)
{
    public const int HeaderLength = 12;
    public const ushort A = 1;
    public const ushort Aaaa = 28;
    private const int LongestLabel = 63;
    private const int LongestName = 255;
    private const int ResponseBit = 0x80;

    /// <summary>The type as people write it.</summary>
    public string TypeName => Type switch
    {
        A => "A",
        Aaaa => "AAAA",
        _ => string.Create(CultureInfo.InvariantCulture, $"TYPE{Type}"),
    };

    /// <summary>Reads a packet with one question; false when it is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> packet, out DnsQuestion question)
    {
        question = default;
        if (packet.Length < HeaderLength || (packet[2] & ResponseBit) != 0 || BinaryPrimitives.ReadUInt16BigEndian(packet[4..]) != 1)
        {
            return false;
        }

        var name = new StringBuilder();
        var at = HeaderLength;
        while (at < packet.Length && packet[at] != 0)
        {
            var length = packet[at++];
            if (length > LongestLabel || at + length > packet.Length || name.Length + length > LongestName)
            {
                return false;
            }

            name.Append(name.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(packet.Slice(at, length)));
            at += length;
        }

        const int TypeAndClass = 4;
        if (at + 1 + TypeAndClass > packet.Length)
        {
            return false;
        }

        question = new DnsQuestion(name.ToString().ToLowerInvariant(), BinaryPrimitives.ReadUInt16BigEndian(packet[(at + 1)..]), at + 1 + TypeAndClass);
        return true;
    }
}
