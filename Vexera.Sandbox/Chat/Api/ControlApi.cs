using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vexera.Sandbox.Chat.Api;

/// <summary>What only a sandbox can do: make guilds and people, bring the bot in and out, and break things.</summary>
internal sealed class ControlApi(ApiHttp http)
{
    /// <summary>Makes a guild with everyone of the demo in it, and gives its id.</summary>
    public async Task<ulong> CreateGuildAsync(string name, ulong owner, bool bot)
    {
        var guild = await http.SendAsync<JsonElement>(HttpMethod.Post, "sandbox/guilds", null,
            new { name, owner = owner.ToString(CultureInfo.InvariantCulture), bot });
        return ulong.Parse(guild.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
    }

    public Task SetBotAsync(ulong guild, bool there) =>
        http.SendAsync(there ? HttpMethod.Post : HttpMethod.Delete, $"sandbox/guilds/{guild}/bot", null, there ? new { } : null);

    /// <summary>Makes a person who joins a guild.</summary>
    public Task CreateMemberAsync(ulong guild, string name) => http.SendAsync(HttpMethod.Post, $"sandbox/guilds/{guild}/members", null, new { name });

    public Task DoFaultAsync(JsonObject fault) => http.SendAsync(HttpMethod.Post, "sandbox/faults", null, fault);

    public Task ClearFaultsAsync() => http.SendAsync(HttpMethod.Delete, "sandbox/faults", null);

    /// <summary>What clients did, as <c>/sandbox/stats</c> tells it.</summary>
    public Task<JsonElement> GetStatsAsync() => http.GetAsync<JsonElement>("sandbox/stats", null);
}
