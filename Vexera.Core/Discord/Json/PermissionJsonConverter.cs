using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Discord.Json;

/// <summary>Permissions travel as decimal strings; a bare number is read too. Unknown bits are kept.</summary>
internal sealed class PermissionJsonConverter : JsonConverter<Permission>
{
    public override Permission Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var number))
            return (Permission)number;
        if (reader.TokenType == JsonTokenType.String
            && ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return (Permission)value;
        throw new JsonException("Expected permissions: a string of digits, or a number.");
    }

    public override void Write(Utf8JsonWriter writer, Permission value, JsonSerializerOptions options) =>
        writer.WriteStringValue(((ulong)value).ToString(CultureInfo.InvariantCulture));
}
