using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Sandbox.Rest.Body;

/// <summary>The body of a request: its JSON, from JSON or multipart form data, and the files beside it.</summary>
/// <seealso href="https://discord.com/developers/docs/reference#uploading-files"/>
internal sealed record RequestBody(JsonElement Json, IReadOnlyList<UploadedFile> Files)
{
    /// <summary>The most bytes that a request may have.</summary>
    public const long MaximumBytes = 25 * 1024 * 1024;

    private static readonly JsonElement EmptyObject = JsonSerializer.SerializeToElement(new JsonObject());
    private static readonly RequestBody Empty = new(EmptyObject, []);

    /// <exception cref="RestException">The body is too large, of another content type, or not JSON.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaximumBytes)
            throw new RestException(RestErrors.TooLarge);

        try
        {
            return request.HasFormContentType ? await ReadFormAsync(request, cancellation) : await ReadJsonAsync(request, cancellation);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new RestException(RestErrors.TooLarge);
        }
    }

    private static async Task<RequestBody> ReadJsonAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await CopyAsync(request.Body, buffer, cancellation);
        if (buffer.Length == 0)
            return Empty;

        if (!request.HasJsonContentType())
        {
            throw FormErrors.Single("", new FieldError(
                "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json'}."));
        }

        return new RequestBody(Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)), []);
    }

    private static async Task<RequestBody> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException e)
        {
            throw FormErrors.Single("", new FieldError("MULTIPART_INVALID", e.Message));
        }

        var files = new List<UploadedFile>();
        foreach (var file in form.Files)
            files.Add(await ReadFileAsync(file, files.Count, cancellation));
        if (form.TryGetValue("payload_json", out var payload))
            return new RequestBody(Parse(System.Text.Encoding.UTF8.GetBytes(payload.ToString())), files);

        var fields = new JsonObject();
        foreach (var (name, value) in form)
            fields[name] = value.ToString();
        return new RequestBody(JsonSerializer.SerializeToElement(fields), files);
    }

    private static async Task<UploadedFile> ReadFileAsync(IFormFile file, int position, CancellationToken cancellation)
    {
        var digits = file.Name.StartsWith("files[", StringComparison.Ordinal) ? file.Name[6..].TrimEnd(']') : "";
        var index = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : position;
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellation);
        return new UploadedFile(index, file.FileName, file.ContentType, buffer.ToArray());
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            ReadTexts(utf8.Span);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new RestException(RestErrors.InvalidJson);
        }
    }

    /// <summary>The parser lets half a surrogate pair pass, which no later reader could.</summary>
    private static void ReadTexts(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.ValueIsEscaped)
                reader.GetString();
        }
    }

    private static async Task CopyAsync(Stream source, MemoryStream target, CancellationToken cancellation)
    {
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await source.ReadAsync(chunk, cancellation)) > 0)
        {
            target.Write(chunk, 0, read);
            if (target.Length > MaximumBytes)
                throw new RestException(RestErrors.TooLarge);
        }
    }
}
