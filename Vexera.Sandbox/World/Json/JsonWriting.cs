using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Json;

/// <summary>The wire forms of ids, moments, permissions and lists.</summary>
internal static class JsonWriting
{
    private const int LongestId = 20;

    public static void WriteId(this Utf8JsonWriter json, string name, ulong id)
    {
        json.WritePropertyName(name);
        json.WriteIdValue(id);
    }

    public static void WriteId(this Utf8JsonWriter json, string name, ulong? id)
    {
        if (id is { } known)
        {
            json.WriteId(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteIdValue(this Utf8JsonWriter json, ulong id)
    {
        Span<byte> digits = stackalloc byte[LongestId];
        Utf8Formatter.TryFormat(id, digits, out var length);
        json.WriteStringValue(digits[..length]);
    }

    public static void WritePermissions(this Utf8JsonWriter json, string name, Permission permissions) => json.WriteId(name, (ulong)permissions);

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset moment) =>
        json.WriteString(name, moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture));

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
        {
            json.WriteTime(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteElement(this Utf8JsonWriter json, string name, JsonElement? element)
    {
        json.WritePropertyName(name);
        if (element is { } known)
        {
            known.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WritePropertyName(name);
        json.WriteArray(items, write);
    }

    public static void WriteArray<T>(this Utf8JsonWriter json, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    public static void WriteIds(this Utf8JsonWriter json, string name, IEnumerable<ulong> ids) =>
        json.WriteArray(name, ids, static (writer, id) => writer.WriteIdValue(id));

    public static void WriteEmptyArray(this Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
