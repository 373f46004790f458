using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Discord.Json;

/// <summary>Permissions travel as decimal strings; a bare number is read too. Unknown bits are kept.</summary>
internal sealed class PermissionJsonConverter : JsonConverter<Permission>
{
    public override Permission Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, Permission value, JsonSerializerOptions options) =>
        writer.WriteStringValue(((ulong)value).ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads the permissions that the reader is at.</summary>
    /// <exception cref="JsonException">There are none.</exception>
    public static Permission Read(ref Utf8JsonReader reader) => JsonDigits.TryRead(ref reader, out var value)
        ? (Permission)value
        : throw new JsonException("Expected permissions: a string of digits, or a number.");
}
