using System.Globalization;
using System.Text.Json;

namespace Vexera.Tests.Support;

/// <summary>One method on one path template of an OpenAPI description.</summary>
internal sealed class OpenApiOperation
{
    private readonly string _method;
    private readonly string _template;
    private readonly string[] _segments;
    private readonly JsonElement _operation;
    private readonly Dictionary<string, JsonElement> _query = [];

    private OpenApiOperation(string template, JsonElement pathItem, JsonProperty operation)
    {
        _template = template;
        _segments = Split(template);
        _method = operation.Name.ToUpperInvariant();
        _operation = operation.Value;
        ReadQuery(pathItem);
        ReadQuery(_operation);
    }

    public int LiteralSegments => _segments.Count(s => !s.StartsWith('{'));

    public bool RequestRequired =>
        _operation.TryGetProperty("requestBody", out var body) && body.TryGetProperty("required", out var required) && required.GetBoolean();

    public JsonElement? RequestSchema => _operation.TryGetProperty("requestBody", out var body) ? ContentSchema(body) : null;

    public static IEnumerable<OpenApiOperation> ReadAll(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Value.ValueKind == JsonValueKind.Object && operation.Name is not "parameters"
        select new OpenApiOperation(path.Name, path.Value, operation);

    /// <summary>The segments of a path without its query and without <c>/api/vN</c>.</summary>
    public static string[] Split(string path)
    {
        var segments = path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments is ["api", ['v', ..], ..] ? segments[2..] : segments;
    }

    public bool Matches(HttpMethod method, string[] segments) =>
        method.Method == _method
        && segments.Length == _segments.Length
        && _segments.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == Uri.UnescapeDataString(pair.Second));

    public bool TryFindResponse(JsonElement document, int status, out JsonElement? schema)
    {
        schema = null;
        var responses = _operation.GetProperty("responses");
        if (!responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response)
            && !responses.TryGetProperty($"{status / 100}XX", out response))
            return false;

        if (response.TryGetProperty("$ref", out var reference))
            response = OpenApiSchema.Resolve(document, reference.GetString()!);

        schema = ContentSchema(response);
        return true;
    }

    public List<string> CheckQuery(string path, OpenApiSchema schema)
    {
        var errors = new List<string>();
        var query = path.Contains('?', StringComparison.Ordinal) ? path[(path.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(pair.Split('=')[0]);
            var value = pair.Contains('=', StringComparison.Ordinal) ? Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]) : "";
            if (_query.TryGetValue(name, out var described))
                errors.AddRange(schema.CheckText(described, value, $"{this} query {name}"));
            else
                errors.Add($"{this}: query parameter {name} is not described");
        }

        return errors;
    }

    public override string ToString() => $"{_method} {_template}";

    private void ReadQuery(JsonElement holder)
    {
        if (!holder.TryGetProperty("parameters", out var parameters))
            return;

        foreach (var parameter in parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query"))
            _query[parameter.GetProperty("name").GetString()!] = parameter.GetProperty("schema");
    }

    private static JsonElement? ContentSchema(JsonElement holder)
    {
        if (!holder.TryGetProperty("content", out var content))
            return null;

        if (!content.TryGetProperty("application/json", out var media))
            media = content.EnumerateObject().First().Value;

        return media.TryGetProperty("schema", out var schema) ? schema : null;
    }
}
