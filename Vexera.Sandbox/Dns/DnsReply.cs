using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Vexera.Sandbox.Dns;

/// <summary>Writes answers to questions.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc1035#section-4"/>
internal static class DnsReply
{
    private const ushort Response = 0x8180;
    private const ushort Truncated = 0x0200;
    private const ushort NameOfTheQuestion = 0xC000 | DnsQuestion.HeaderLength;
    private const ushort Internet = 1;
    private const uint TimeToLive = 30;
    private const int RecordLength = 12;
    private const int GarbageLength = 60;

    /// <summary>The addresses of the family that was asked for.</summary>
    /// <param name="packet">What was received.</param>
    /// <param name="question">What it asks.</param>
    /// <param name="addresses">Addresses of both families.</param>
    public static byte[] Addresses(ReadOnlySpan<byte> packet, DnsQuestion question, IEnumerable<IPAddress> addresses)
    {
        var family = question.Type switch
        {
            DnsQuestion.A => AddressFamily.InterNetwork,
            DnsQuestion.Aaaa => AddressFamily.InterNetworkV6,
            _ => AddressFamily.Unspecified,
        };
        var answers = addresses.Where(address => address.AddressFamily == family).Select(address => address.GetAddressBytes()).ToArray();
        var reply = Begin(packet, question, Response, answers.Length, answers.Sum(answer => RecordLength + answer.Length));
        var at = question.Length;
        foreach (var answer in answers)
        {
            var record = reply.AsSpan(at);
            BinaryPrimitives.WriteUInt16BigEndian(record, NameOfTheQuestion);
            BinaryPrimitives.WriteUInt16BigEndian(record[2..], question.Type);
            BinaryPrimitives.WriteUInt16BigEndian(record[4..], Internet);
            BinaryPrimitives.WriteUInt32BigEndian(record[6..], TimeToLive);
            BinaryPrimitives.WriteUInt16BigEndian(record[10..], (ushort)answer.Length);
            answer.CopyTo(record[RecordLength..]);
            at += RecordLength + answer.Length;
        }

        return reply;
    }

    /// <summary>A failure: 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED.</summary>
    public static byte[] Failure(ReadOnlySpan<byte> packet, DnsQuestion question, int code) =>
        Begin(packet, question, (ushort)(Response | code), answers: 0, room: 0);

    /// <summary>An answer that says it did not fit.</summary>
    public static byte[] CutOff(ReadOnlySpan<byte> packet, DnsQuestion question) =>
        Begin(packet, question, Response | Truncated, answers: 0, room: 0);

    /// <summary>An answer to the question that promises records and brings nonsense.</summary>
    public static byte[] Garbage(ReadOnlySpan<byte> packet, DnsQuestion question)
    {
        var reply = Begin(packet, question, Response, answers: 9, GarbageLength);
        reply.AsSpan(question.Length).Fill(0xFE);
        return reply;
    }

    private static byte[] Begin(ReadOnlySpan<byte> packet, DnsQuestion question, ushort flags, int answers, int room)
    {
        var reply = new byte[question.Length + room];
        packet[..question.Length].CopyTo(reply);
        BinaryPrimitives.WriteUInt16BigEndian(reply.AsSpan(2), flags);
        BinaryPrimitives.WriteUInt16BigEndian(reply.AsSpan(6), (ushort)answers);
        reply.AsSpan(8, 4).Clear();
        return reply;
    }
}
