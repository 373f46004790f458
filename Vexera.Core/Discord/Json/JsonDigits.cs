using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Vexera.Core.Discord.Json;

/// <summary>Reads 64-bit numbers, which travel as strings of digits (Discord's form) or as numbers (seen from proxies and old payloads).</summary>
internal static class JsonDigits
{
    private const int Longest = 20;

    /// <summary>Reads the value or property name that the reader is at; false when it is no such number.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out ulong value)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetUInt64(out value);
        value = 0;
        return reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && TryParse(ref reader, out value);
    }

    private static bool TryParse(ref Utf8JsonReader reader, out ulong value)
    {
        value = 0;
        if (reader.ValueIsEscaped)
            return false;
        if (!reader.HasValueSequence)
            return TryParse(reader.ValueSpan, out value);
        var length = reader.ValueSequence.Length;
        if (length > Longest)
            return false;
        Span<byte> digits = stackalloc byte[Longest];
        reader.ValueSequence.CopyTo(digits);
        return TryParse(digits[..(int)length], out value);
    }

    private static bool TryParse(ReadOnlySpan<byte> digits, out ulong value)
    {
        value = 0;
        return digits.Length is > 0 and <= Longest && Utf8Parser.TryParse(digits, out value, out var consumed) && consumed == digits.Length;
    }
}
