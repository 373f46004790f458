using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vexera.Sandbox.World.Json;

/// <summary>Runs a renderer into bytes or a document.</summary>
internal static class JsonBytes
{
    /// <summary>Discord escapes no more than JSON demands.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return buffer.WrittenMemory;
    }

    public static JsonElement Element(Action<Utf8JsonWriter> write)
    {
        var reader = new Utf8JsonReader(Of(write).Span);
        return JsonElement.ParseValue(ref reader);
    }
}
