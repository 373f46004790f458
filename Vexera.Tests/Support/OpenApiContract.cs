using System.Text.Json;

namespace Vexera.Tests.Support;

/// <summary>
/// Checks requests and responses against Discord's own OpenAPI description of its HTTP API, where that file lies beside the
/// repository (<c>../shared/discord/openapi.json</c>, or the same path beside a folder further up).
/// </summary>
internal sealed class OpenApiContract
{
    public const string MissingReason = "skipped: no shared/discord/openapi.json beside the repository";

    private static readonly Lazy<OpenApiContract?> Described = new(Load);

    private readonly JsonElement _document;
    private readonly List<OpenApiOperation> _operations;

    public OpenApiContract(JsonElement document)
    {
        _document = document;
        _operations = [.. OpenApiOperation.ReadAll(document)];
    }

    /// <summary>The contract, or null where the description is absent.</summary>
    public static OpenApiContract? Find() => Described.Value;

    /// <summary>The contract; the running test is skipped with a reason where the description is absent.</summary>
    public static OpenApiContract FindOrSkip()
    {
        var contract = Find();
        Assert.SkipWhen(contract is null, MissingReason);
        return contract!;
    }

    /// <summary>Whether the description names this route; the path may carry <c>/api/v10</c> and a query.</summary>
    public bool Describes(HttpMethod method, string path) => Match(method, path) is not null;

    /// <summary>
    /// Everything wrong with a request, empty when it is right. <paramref name="body"/> is JSON (for multipart requests the
    /// <c>payload_json</c> part) or null. Properties that Discord does not know are errors. Bit sets and ids may be strings of
    /// digits where the description says integer, as Discord's documentation has them.
    /// </summary>
    public IReadOnlyList<string> CheckRequest(HttpMethod method, string path, string? body)
    {
        if (Match(method, path) is not { } operation)
            return [$"{method} {path}: no such operation"];

        var schema = new OpenApiSchema(_document, strict: true);
        var errors = operation.CheckQuery(path, schema);
        if (operation.RequestSchema is not { } described)
        {
            if (!string.IsNullOrEmpty(body) && body != "{}")
                errors.Add($"{operation}: a body where none is described");
        }
        else if (!string.IsNullOrEmpty(body))
            errors.AddRange(CheckJson(schema, described, body, $"{operation} request"));
        else if (operation.RequestRequired)
            errors.Add($"{operation}: the body is missing");

        return errors;
    }

    /// <summary>Everything wrong with a response, empty when it is right. <paramref name="body"/> is JSON, or null or empty.</summary>
    public IReadOnlyList<string> CheckResponse(HttpMethod method, string path, int status, string? body)
    {
        if (Match(method, path) is not { } operation)
            return [$"{method} {path}: no such operation"];

        if (!operation.TryFindResponse(_document, status, out var described))
            return [$"{operation}: status {status} is not described"];

        if (described is not { } responseSchema)
            return string.IsNullOrEmpty(body) ? [] : [$"{operation} {status}: a body where none is described"];

        if (string.IsNullOrEmpty(body))
            return [$"{operation} {status}: the body is missing"];

        return CheckJson(new OpenApiSchema(_document, strict: false), responseSchema, body, $"{operation} {status}");
    }

    private static List<string> CheckJson(OpenApiSchema schema, JsonElement described, string body, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return schema.Check(described, json.RootElement, place);
        }
        catch (JsonException e)
        {
            return [$"{place}: not JSON: {e.Message}"];
        }
    }

    private OpenApiOperation? Match(HttpMethod method, string path)
    {
        var segments = OpenApiOperation.Split(path);
        return _operations.Where(o => o.Matches(method, segments)).MaxBy(o => o.LiteralSegments);
    }

    private static OpenApiContract? Load()
    {
        for (var folder = Directory.GetParent(RepositoryRoot.Path); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "discord", "openapi.json");
            if (File.Exists(file))
                return new OpenApiContract(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement);
        }

        return null;
    }
}
