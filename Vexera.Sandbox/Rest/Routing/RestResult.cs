using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vexera.Sandbox.Rest.Routing;

/// <summary>A status and, with most, a JSON body.</summary>
internal sealed record RestResult(int Status, Action<Utf8JsonWriter>? Write = null)
{
    /// <summary>Text instead of JSON, from the wall that stands before Discord.</summary>
    public string? Html { get; init; }

    /// <summary>204.</summary>
    public static RestResult NoContent { get; } = new(204);

    public static RestResult Json(Action<Utf8JsonWriter> write, int status = 200) => new(status, write);

    public static RestResult Json(JsonNode node, int status = 200) => new(status, json => node.WriteTo(json));

    /// <summary>200 with a list, each item written by <paramref name="write"/>.</summary>
    public static RestResult List<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var kept = items.ToList();
        return new RestResult(200, json =>
        {
            json.WriteStartArray();
            foreach (var item in kept)
                write(json, item);
            json.WriteEndArray();
        });
    }
}
