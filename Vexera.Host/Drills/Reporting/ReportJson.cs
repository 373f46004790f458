using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vexera.Host.Drills.Reporting;

/// <summary>
/// A report for programs:
/// <c>{"name","machine","figures":{"set":{"figure":1.5}},"promises":[{"promise","bar","seen","kept"}]}</c>;
/// a broken promise may have <c>"first"</c>, when it was first seen to be broken, and <c>"log"</c>, lines around that.
/// </summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report in UTF-8.</summary>
    public static byte[] Write(Report report, string machine) => Write(json => WriteReport(json, report, machine));

    /// <summary>Several reports as an array, in UTF-8.</summary>
    public static byte[] Write(IEnumerable<Report> reports, string machine) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var report in reports)
            WriteReport(json, report, machine);
        json.WriteEndArray();
    });

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteReport(Utf8JsonWriter json, Report report, string machine)
    {
        json.WriteStartObject();
        json.WriteString("name", report.Name);
        json.WriteString("machine", machine);
        WriteFigures(json, report);
        WritePromises(json, report);
        json.WriteEndObject();
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

    private static void WriteLog(Utf8JsonWriter json, IReadOnlyList<string> log)
    {
        json.WriteStartArray("log");
        foreach (var line in log)
            json.WriteStringValue(line);
        json.WriteEndArray();
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
            if (promise.First is { } first)
                json.WriteString("first", first);
            if (promise.Log.Count > 0)
                WriteLog(json, promise.Log);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
