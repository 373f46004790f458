using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vexera.Benchmarks.Reporting;

/// <summary>
/// A report for programs:
/// <c>{"name","machine","figures":{"set":{"figure":1.5}},"promises":[{"promise","bar","seen","kept"}]}</c>.
/// </summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report in UTF-8.</summary>
    public static byte[] Write(Report report, string machine)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", report.Name);
            json.WriteString("machine", machine);
            WriteFigures(json, report);
            WritePromises(json, report);
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteFigures(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("figures");
        foreach (var set in report.Sets)
        {
            json.WriteStartObject(set.Title);
            foreach (var figure in set.Figures)
                json.WriteNumber(figure.Name, Math.Round(figure.Value, 4));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WritePromises(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("promises");
        foreach (var promise in report.Promises)
        {
            json.WriteStartObject();
            json.WriteString("promise", promise.Text);
            json.WriteString("bar", promise.Bar);
            json.WriteString("seen", promise.Seen);
            json.WriteBoolean("kept", promise.Kept);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
