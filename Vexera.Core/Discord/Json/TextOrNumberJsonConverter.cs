using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vexera.Core.Discord.Json;

/// <summary>A value that Discord sends as text or as a number, kept as text.</summary>
internal sealed class TextOrNumberJsonConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        if (reader.TokenType != JsonTokenType.Number)
            throw new JsonException("Expected text or a number.");
        using var number = JsonDocument.ParseValue(ref reader);
        return number.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
