using System.Globalization;
using System.Text.Json;

namespace Vexera.Sandbox.Chat.Api;

/// <summary>What a member's client asks of Discord's API about a guild and its people, with that member's bare token.</summary>
internal sealed class GuildApi(ApiHttp http)
{
    /// <summary>Makes a channel; 0 is text, 2 voice, 5 announcements.</summary>
    public Task CreateChannelAsync(string token, ulong guild, string name, int type, string? topic, ulong? category) =>
        http.SendAsync(HttpMethod.Post, $"{Of(guild)}/channels", token, new { name, type, topic, parent_id = category?.ToString(CultureInfo.InvariantCulture) });

    /// <summary>Makes a role; the colour is 0xRRGGBB, 0 for none.</summary>
    public Task CreateRoleAsync(string token, ulong guild, string name, int color, bool hoist, ulong permissions) =>
        http.SendAsync(HttpMethod.Post, $"{Of(guild)}/roles", token,
            new { name, color, hoist, permissions = permissions.ToString(CultureInfo.InvariantCulture) });

    public Task SetRoleAsync(string token, ulong guild, ulong user, ulong role, bool has) =>
        http.SendAsync(has ? HttpMethod.Put : HttpMethod.Delete, $"{Of(guild)}/members/{user}/roles/{role}", token);

    /// <summary>Keeps a member from speaking until a moment; null lets it speak again.</summary>
    public Task TimeOutAsync(string token, ulong guild, ulong user, DateTimeOffset? until) =>
        http.SendAsync(HttpMethod.Patch, $"{Of(guild)}/members/{user}", token, new { communication_disabled_until = until });

    public Task KickAsync(string token, ulong guild, ulong user) => http.SendAsync(HttpMethod.Delete, $"{Of(guild)}/members/{user}", token);

    public Task SetBanAsync(string token, ulong guild, ulong user, bool banned) =>
        http.SendAsync(banned ? HttpMethod.Put : HttpMethod.Delete, $"{Of(guild)}/bans/{user}", token, banned ? new { delete_message_seconds = 0 } : null);

    /// <summary>Opens the direct conversation with a user and gives its channel.</summary>
    public async Task<ulong> OpenDirectAsync(string token, ulong user)
    {
        var channel = await http.SendAsync<JsonElement>(HttpMethod.Post, "api/v10/users/@me/channels", token,
            new { recipient_id = user.ToString(CultureInfo.InvariantCulture) });
        return ulong.Parse(channel.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
    }

    private static string Of(ulong guild) => $"api/v10/guilds/{guild}";
}
