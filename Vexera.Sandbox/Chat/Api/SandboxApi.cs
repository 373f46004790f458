using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Vexera.Sandbox.Chat.Model;

namespace Vexera.Sandbox.Chat.Api;

/// <summary>
/// What a member's client asks of Discord's API, over HTTP with that member's bare token, so that every rule
/// that the sandbox keeps is kept for people too. Refusals are <see cref="ApiException"/>s.
/// </summary>
internal sealed class SandboxApi(HttpClient http)
{
    private const string Root = "api/v10/";

    /// <summary>The newest messages of a channel, or those before a message; newest first.</summary>
    public Task<IReadOnlyList<ChatMessage>> GetMessagesAsync(string token, ulong channel, ulong? before, int limit, CancellationToken cancel) =>
        GetAsync<IReadOnlyList<ChatMessage>>(token, $"channels/{channel}/messages?limit={limit}{(before is { } id ? $"&before={id}" : "")}", cancel);

    public Task SendMessageAsync(string token, ulong channel, string content, ulong? replyTo, string nonce, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, token, $"channels/{channel}/messages", new Dictionary<string, object?>
        {
            ["content"] = content,
            ["nonce"] = nonce,
            ["message_reference"] = replyTo is { } id ? new { message_id = Text(id), channel_id = Text(channel) } : null,
        }.Where(p => p.Value is not null).ToDictionary(), cancel);

    public Task EditMessageAsync(string token, ulong channel, ulong message, string content, CancellationToken cancel) =>
        SendAsync(HttpMethod.Patch, token, $"channels/{channel}/messages/{message}", new { content }, cancel);

    public Task DeleteMessageAsync(string token, ulong channel, ulong message, CancellationToken cancel) =>
        SendAsync(HttpMethod.Delete, token, $"channels/{channel}/messages/{message}", null, cancel);

    public Task ReactAsync(string token, ulong channel, ulong message, ChatEmoji emoji, bool on, CancellationToken cancel) =>
        SendAsync(on ? HttpMethod.Put : HttpMethod.Delete, token, $"channels/{channel}/messages/{message}/reactions/{emoji.Route}/@me", null, cancel);

    public Task SendTypingAsync(string token, ulong channel, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, token, $"channels/{channel}/typing", null, cancel);

    /// <summary>Uses a command, a button, a menu or a form.</summary>
    public Task InteractAsync(string token, object interaction, CancellationToken cancel) =>
        SendAsync(HttpMethod.Post, token, "interactions", interaction, cancel);

    /// <summary>The commands that the member may use in a guild.</summary>
    public async Task<IReadOnlyList<ChatCommand>> GetCommandsAsync(string token, ulong guild, CancellationToken cancel)
    {
        var index = await GetAsync<JsonElement>(token, $"guilds/{guild}/application-command-index", cancel);
        return index.TryGetProperty("application_commands", out var commands) ? Wire.Read<IReadOnlyList<ChatCommand>>(commands) ?? [] : [];
    }

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    private async Task<T> GetAsync<T>(string token, string route, CancellationToken cancel)
    {
        using var response = await AskAsync(HttpMethod.Get, token, route, null, cancel);
        return await response.Content.ReadFromJsonAsync<T>(Wire.Options, cancel) ?? throw new ApiException(response.StatusCode, 0, "null");
    }

    private async Task SendAsync(HttpMethod method, string token, string route, object? body, CancellationToken cancel)
    {
        using var response = await AskAsync(method, token, route, body, cancel);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string token, string route, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, Root + route);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        if (body is not null) request.Content = JsonContent.Create(body, mediaType: new MediaTypeHeaderValue("application/json"));
        var response = await http.SendAsync(request, cancel);
        if (response.IsSuccessStatusCode) return response;
        using (response) throw await ApiException.ReadAsync(response, cancel);
    }
}
