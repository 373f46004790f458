using System.Buffers.Text;

namespace Vexera.Core.Gateway.Protocol;

/// <summary>
/// The form in which Discord writes events: <c>{"t":"NAME","s":1,"op":0,"d":{…}}</c> without white space. Such a frame is read
/// by looking at its ends only: the payload is taken as it stands, and whoever decodes it finds out whether it is well-formed.
/// </summary>
internal static class DispatchForm
{
    /// <summary>Reads <paramref name="frame"/> if it has this form; never throws.</summary>
    /// <param name="frame">The whole frame in UTF-8; the envelope points into it.</param>
    /// <param name="envelope">What was read.</param>
    public static bool TryRead(ReadOnlyMemory<byte> frame, out Envelope envelope)
    {
        envelope = default;
        var rest = frame.Span;
        if (!TrySkip(ref rest, "{\"t\":\""u8))
            return false;
        var nameAt = frame.Length - rest.Length;
        var nameLength = rest.IndexOfAny((byte)'"', (byte)'\\');
        if (nameLength <= 0 || !IsName(rest[..nameLength]))
            return false;
        rest = rest[nameLength..];
        if (!TrySkip(ref rest, "\",\"s\":"u8) || !TryReadSequence(ref rest, out var sequence) || !TrySkip(ref rest, ",\"op\":0,\"d\":"u8))
            return false;
        if (!rest.StartsWith("{"u8) || !rest.EndsWith("}}"u8))
            return false;
        var data = frame.Slice(frame.Length - rest.Length, rest.Length - 1);
        envelope = new Envelope(Opcode.Dispatch, sequence, frame.Slice(nameAt, nameLength), data);
        return true;
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> expected)
    {
        if (!rest.StartsWith(expected))
            return false;
        rest = rest[expected.Length..];
        return true;
    }

    // Digits as JSON has them: no sign, and no zero before others.
    private static bool TryReadSequence(ref ReadOnlySpan<byte> rest, out long sequence)
    {
        if (rest.IsEmpty || !char.IsAsciiDigit((char)rest[0]) || !Utf8Parser.TryParse(rest, out sequence, out var length)
            || (rest[0] == (byte)'0' && length > 1))
        {
            sequence = 0;
            return false;
        }

        rest = rest[length..];
        return true;
    }

    private static bool IsName(ReadOnlySpan<byte> name) => !name.ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
