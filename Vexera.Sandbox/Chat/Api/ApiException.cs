using System.Net;
using System.Text.Json;

namespace Vexera.Sandbox.Chat.Api;

/// <summary>The API refused a request; the message is in words for the person who asked.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's error code, 0 where it gave none.</param>
/// <param name="message">Discord's message, with what it says of single fields.</param>
internal sealed class ApiException(HttpStatusCode status, int code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public int Code { get; } = code;

    /// <summary>What the body of a refusal says; a body that is no JSON of Discord's gives the status alone.</summary>
    public static async Task<ApiException> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        try
        {
            using var json = JsonDocument.Parse(body);
            return From(response.StatusCode, json.RootElement);
        }
        catch (JsonException)
        {
            return new ApiException(response.StatusCode, 0, $"{(int)response.StatusCode} {response.ReasonPhrase}");
        }
    }

    private static ApiException From(HttpStatusCode status, JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object) return new ApiException(status, 0, error.ToString());
        var code = error.TryGetProperty("code", out var c) && c.TryGetInt32(out var number) ? number : 0;
        var message = error.TryGetProperty("message", out var m) || error.TryGetProperty("error", out m) ? m.ToString() : status.ToString();
        var details = error.TryGetProperty("errors", out var errors) ? Details(errors).ToList() : [];
        if (status == HttpStatusCode.TooManyRequests && error.TryGetProperty("retry_after", out var after) && after.TryGetDouble(out var seconds))
            details.Add(Texts.TryAgainIn.With(Math.Ceiling(seconds)));
        return new ApiException(status, code, details.Count == 0 ? message : string.Join(" ", details));
    }

    private static IEnumerable<string> Details(JsonElement errors)
    {
        if (errors.ValueKind != JsonValueKind.Object) yield break;
        foreach (var property in errors.EnumerateObject())
        {
            if (property.NameEquals("_errors") && property.Value.ValueKind == JsonValueKind.Array)
                foreach (var error in property.Value.EnumerateArray())
                    yield return error.TryGetProperty("message", out var message) ? message.ToString() : error.ToString();
            else
                foreach (var detail in Details(property.Value))
                    yield return detail;
        }
    }
}
