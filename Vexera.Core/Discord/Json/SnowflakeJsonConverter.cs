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

    /// <summary>Reads the id that the reader is at.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    public static Snowflake Read(ref Utf8JsonReader reader) => JsonDigits.TryRead(ref reader, out var value)
        ? new Snowflake(value)
        : throw new JsonException("Expected a Discord id: a string of 1 to 20 digits, or a number.");
}
