using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vexera.Core.Discord.Json;

/// <summary>Reads an id from a string (Discord's form) or a number (seen from proxies and old payloads); writes a string.</summary>
internal sealed class SnowflakeJsonConverter : JsonConverter<Snowflake>
{
    private const int LongestId = 20;

    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[LongestId];
        Utf8Formatter.TryFormat(value.Value, digits, out var written);
        writer.WriteStringValue(digits[..written]);
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());

    private static Snowflake Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var number))
            return new Snowflake(number);
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && TryReadDigits(ref reader, out var value))
            return new Snowflake(value);
        throw new JsonException("Expected a Discord id: a string of 1 to 20 digits, or a number.");
    }

    private static bool TryReadDigits(ref Utf8JsonReader reader, out ulong value)
    {
        value = 0;
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length is 0 or > LongestId || reader.ValueIsEscaped)
            return false;
        Span<byte> copy = stackalloc byte[LongestId];
        var digits = copy[..(int)length];
        if (reader.HasValueSequence)
            reader.ValueSequence.CopyTo(digits);
        else
            reader.ValueSpan.CopyTo(digits);
        return Utf8Parser.TryParse(digits, out value, out var consumed) && consumed == length;
    }
}
