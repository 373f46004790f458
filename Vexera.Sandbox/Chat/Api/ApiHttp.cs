using System.Net.Http.Headers;
using System.Net.Http.Json;
using Vexera.Sandbox.Chat.Model;

namespace Vexera.Sandbox.Chat.Api;

/// <summary>Sends requests to this very server, as anybody else would.</summary>
/// <param name="http">Its base address is the server's.</param>
internal sealed class ApiHttp(HttpClient http)
{
    /// <summary>Asks and reads the answer.</summary>
    /// <exception cref="ApiException">It was refused.</exception>
    public async Task<T> GetAsync<T>(string path, string? token)
    {
        using var response = await AskAsync(HttpMethod.Get, path, token, null);
        return await response.Content.ReadFromJsonAsync<T>(Wire.Options) ?? throw new ApiException(response.StatusCode, 0, Texts.EmptyAnswer);
    }

    /// <summary>Asks for something to be done; what the answer holds does not matter.</summary>
    /// <exception cref="ApiException">It was refused.</exception>
    public async Task SendAsync(HttpMethod method, string path, string? token, object? body = null)
    {
        using var response = await AskAsync(method, path, token, body);
    }

    /// <summary>Asks for something to be done and reads the answer.</summary>
    /// <exception cref="ApiException">It was refused.</exception>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, string? token, object? body)
    {
        using var response = await AskAsync(method, path, token, body);
        return await response.Content.ReadFromJsonAsync<T>(Wire.Options) ?? throw new ApiException(response.StatusCode, 0, Texts.EmptyAnswer);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? token, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", token);
        if (body is not null) request.Content = JsonContent.Create(body, mediaType: new MediaTypeHeaderValue("application/json"));
        try
        {
            var response = await http.SendAsync(request);
            if (response.IsSuccessStatusCode) return response;
            using (response) throw await ApiException.ReadAsync(response);
        }
        catch (HttpRequestException broken)
        {
            throw new ApiException(0, 0, Texts.Unreachable.With(broken.Message));
        }
    }
}
