using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Chat.Model;

namespace Vexera.Sandbox.Chat.Api;

/// <summary>
/// What a member's client asks of Discord's API about messages, with that member's bare token, so that every rule
/// that the sandbox keeps is kept for people too.
/// </summary>
internal sealed class MessageApi(ApiHttp http)
{
    /// <summary>The newest messages of a channel, or those before a message; newest first.</summary>
    public Task<IReadOnlyList<ChatMessage>> GetAsync(string token, ulong channel, ulong? before, int limit) =>
        http.GetAsync<IReadOnlyList<ChatMessage>>($"{Of(channel)}?limit={limit}{(before is { } id ? $"&before={id}" : "")}", token);

    public Task SendAsync(string token, ulong channel, string content, ulong? replyTo, string nonce)
    {
        var body = new JsonObject { ["content"] = content, ["nonce"] = nonce };
        if (replyTo is { } id) body["message_reference"] = new JsonObject { ["message_id"] = id.ToString(CultureInfo.InvariantCulture) };
        return http.SendAsync(HttpMethod.Post, Of(channel), token, body);
    }

    public Task EditAsync(string token, ulong channel, ulong message, string content) =>
        http.SendAsync(HttpMethod.Patch, $"{Of(channel)}/{message}", token, new { content });

    public Task DeleteAsync(string token, ulong channel, ulong message) => http.SendAsync(HttpMethod.Delete, $"{Of(channel)}/{message}", token);

    public Task ReactAsync(string token, ulong channel, ulong message, ChatEmoji emoji, bool on) =>
        http.SendAsync(on ? HttpMethod.Put : HttpMethod.Delete, $"{Of(channel)}/{message}/reactions/{emoji.Route}/@me", token);

    public Task TypeAsync(string token, ulong channel) => http.SendAsync(HttpMethod.Post, $"api/v10/channels/{channel}/typing", token);

    /// <summary>Uses a command, a button, a menu or a form.</summary>
    public Task InteractAsync(string token, JsonObject interaction) => http.SendAsync(HttpMethod.Post, "api/v10/interactions", token, interaction);

    /// <summary>The commands that the member may use in a place.</summary>
    /// <param name="token">The member's.</param>
    /// <param name="guild">The guild; null for a direct conversation.</param>
    /// <param name="channel">The channel that the command would be used in.</param>
    public async Task<IReadOnlyList<ChatCommand>> GetCommandsAsync(string token, ulong? guild, ulong channel)
    {
        var place = guild is { } id ? $"guilds/{id}/application-command-index" : $"channels/{channel}/application-commands/search?type=1&limit=100";
        var index = await http.GetAsync<JsonElement>($"api/v10/{place}", token);
        return index.TryGetProperty("application_commands", out var commands) ? Wire.Read<IReadOnlyList<ChatCommand>>(commands) ?? [] : [];
    }

    private static string Of(ulong channel) => $"api/v10/channels/{channel}/messages";
}
