using System.Net;
using System.Text;

namespace Vexera.Tests.Rest;

/// <summary>Stands where Discord would: answers each request with the next step of a script, and keeps what was asked.</summary>
internal sealed class ScriptedHttp : HttpMessageHandler
{
    private readonly Lock _sync = new();
    private readonly Queue<Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>>> _steps = new();
    private readonly List<SeenRequest> _seen = [];

    public IReadOnlyList<SeenRequest> Seen
    {
        get
        {
            lock (_sync)
                return [.. _seen];
        }
    }

    public SeenRequest Last => Seen[^1];

    public static HttpResponseMessage Response(
        HttpStatusCode status, string? body = null, string mediaType = "application/json", params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body ?? "", Encoding.UTF8, mediaType) };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    public ScriptedHttp Then(HttpStatusCode status, string? body = null, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var response = Response(status, body, "application/json", headers);
        return Then((_, _) => Task.FromResult(response));
    }

    public ScriptedHttp Then(Exception failure) => Then((_, _) => Task.FromException<HttpResponseMessage>(failure));

    public ScriptedHttp Then(Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> step)
    {
        lock (_sync)
            _steps.Enqueue(step);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var seen = new SeenRequest(
            request.Method,
            request.RequestUri!,
            body,
            request.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString()),
            request.Content?.Headers.ContentType?.ToString());
        Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> step;
        lock (_sync)
        {
            _seen.Add(seen);
            if (!_steps.TryDequeue(out step!))
                throw new InvalidOperationException($"The script ended before {seen.Method} {seen.Path}.");
        }

        return await step(seen, cancellationToken);
    }
}

/// <summary>A request as it went over the wire.</summary>
internal sealed record SeenRequest(
    HttpMethod Method, Uri Address, string? Body, IReadOnlyDictionary<string, string> Headers, string? ContentType)
{
    /// <summary>Path and query below the API's base address.</summary>
    public string Path => Address.PathAndQuery["/api/v10".Length..];

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
