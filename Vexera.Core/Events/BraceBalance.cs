using System.Numerics;
using System.Runtime.Intrinsics;

namespace Vexera.Core.Events;

/// <summary>
/// Counts the braces of JSON outside of its strings, 32 bytes at a time. The quotation marks of a block are turned into a mask
/// of what lies between them, as in Langdale and Lemire, "Parsing Gigabytes of JSON per Second",
/// https://arxiv.org/abs/1902.08318.
/// </summary>
internal static class BraceBalance
{
    private const int Block = 32;

    /// <summary>How many objects <paramref name="json"/> opens less how many it closes.</summary>
    /// <param name="json">Any part of well-formed JSON that begins outside of strings; of other bytes the answer means nothing.</param>
    public static int Of(ReadOnlySpan<byte> json)
    {
        if (json.Contains((byte)'\\'))
            return OneByOne(json);
        var balance = 0;
        var inString = 0u;
        for (; json.Length >= Block; json = json[Block..])
            balance += OfBlock(json, ref inString);
        Span<byte> last = stackalloc byte[Block];
        last.Clear();
        json.CopyTo(last);
        return balance + OfBlock(last, ref inString);
    }

    // inString is all ones when the block begins in a string, else zero.
    private static int OfBlock(ReadOnlySpan<byte> block, ref uint inString)
    {
        var bytes = Vector256.Create(block);
        var strings = Between(MaskOf(bytes, (byte)'"')) ^ inString;
        inString = (uint)((int)strings >> 31);
        return BitOperations.PopCount(MaskOf(bytes, (byte)'{') & ~strings) - BitOperations.PopCount(MaskOf(bytes, (byte)'}') & ~strings);
    }

    private static uint MaskOf(Vector256<byte> bytes, byte value) => Vector256.Equals(bytes, Vector256.Create(value)).ExtractMostSignificantBits();

    // From each odd bit on, up to the even one after it.
    private static uint Between(uint marks)
    {
        marks ^= marks << 1;
        marks ^= marks << 2;
        marks ^= marks << 4;
        marks ^= marks << 8;
        return marks ^ (marks << 16);
    }

    private static int OneByOne(ReadOnlySpan<byte> json)
    {
        var balance = 0;
        var inString = false;
        for (var at = 0; at < json.Length; at++)
        {
            switch (json[at])
            {
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'\\' when inString:
                    at++;
                    break;
                case (byte)'{' when !inString:
                    balance++;
                    break;
                case (byte)'}' when !inString:
                    balance--;
                    break;
            }
        }

        return balance;
    }
}
