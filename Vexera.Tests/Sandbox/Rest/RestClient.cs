using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Rest;

/// <summary>Somebody's client; each answer is checked against Discord's description of its API.</summary>
internal sealed class RestClient : IDisposable
{
    private readonly HttpClient _http;

    public RestClient(Uri server, string? authorization)
    {
        _http = new HttpClient(new OpenApiExchangeHandler(new SocketsHttpHandler(), checkRequests: false, allowUndescribed: true))
        {
            BaseAddress = new Uri(server, "/api/v10/"),
        };
        if (authorization is not null)
            _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.com, 1.0)");
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public Task<RestReply> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<RestReply> Post(string path, object? body = null) => Send(HttpMethod.Post, path, Content(body));

    public Task<RestReply> Put(string path, object? body = null) => Send(HttpMethod.Put, path, Content(body));

    public Task<RestReply> Patch(string path, object? body = null) => Send(HttpMethod.Patch, path, Content(body));

    public Task<RestReply> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public async Task<RestReply> Send(HttpMethod method, string path, HttpContent? content, string? reason = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (reason is not null)
            request.Headers.TryAddWithoutValidation("X-Audit-Log-Reason", reason);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new RestReply(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers);
    }

    public static StringContent Raw(string json, string type = "application/json") => new(json, Encoding.UTF8, type);

    public void Dispose() => _http.Dispose();

    private static HttpContent? Content(object? body) => body switch
    {
        null => null,
        string json => Raw(json),
        HttpContent content => content,
        _ => JsonContent.Create(body),
    };
}
