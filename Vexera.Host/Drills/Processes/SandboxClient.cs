using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Vexera.Host.Drills.Processes;

/// <summary>Talks to the simulator: as its operator under <c>/sandbox</c>, and as one of its people.</summary>
internal sealed class SandboxClient : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private readonly LocalHttp _local;
    private readonly JsonElement _tokens;

    private SandboxClient(LocalHttp local, JsonElement tokens)
    {
        _local = local;
        _tokens = tokens;
    }

    /// <summary>The bot's account.</summary>
    public string BotId => _tokens.GetProperty("bot").GetProperty("id").GetString()!;

    /// <summary>The bot's token.</summary>
    public string BotToken => _tokens.GetProperty("bot").GetProperty("token").GetString()!;

    /// <summary>The owner's token, for acting as a person.</summary>
    public string PersonToken => TokenOf(SandboxPart.Owner);

    /// <summary>The id of a member who moderates nothing.</summary>
    public string OtherId => IdOf(SandboxPart.Member);

    /// <summary>The channel <c>#general</c> of each demo guild.</summary>
    public IEnumerable<string> GeneralChannels => DemoGuilds.Select(guild => guild.General);

    /// <summary>Each demo guild with its channel <c>#general</c>.</summary>
    public IEnumerable<(string Id, string General)> DemoGuilds => _tokens.GetProperty("guilds").EnumerateArray().Select(guild => (
        guild.GetProperty("id").GetString()!,
        guild.GetProperty("channels").EnumerateArray()
            .First(channel => channel.GetProperty("name").GetString() == "general").GetProperty("id").GetString()!));

    private HttpClient Http => _local.Client;

    /// <summary>A person's account.</summary>
    public string IdOf(SandboxPart part) => Person(part).GetProperty("id").GetString()!;

    /// <summary>Asks for the demo world.</summary>
    public static async Task<SandboxClient> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var local = new LocalHttp(address);
        return new SandboxClient(local, await local.Client.GetFromJsonAsync<JsonElement>("/sandbox/tokens", cancellationToken));
    }

    /// <summary>What clients did.</summary>
    public async Task<SandboxStats> StatsAsync(CancellationToken cancellationToken) =>
        new(await Http.GetFromJsonAsync<JsonElement>("/sandbox/stats", cancellationToken));

    /// <summary>What the bot has said after a number, in order.</summary>
    public async Task<IReadOnlyList<BotMessage>> SaidAsync(long after, CancellationToken cancellationToken)
    {
        var answer = await Http.GetFromJsonAsync<JsonElement>(FormattableString.Invariant($"/sandbox/said?after={after}"), cancellationToken);
        return answer.GetProperty("messages").Deserialize(SandboxJson.Default.IReadOnlyListBotMessage)!;
    }

    /// <summary>The bot's guilds as they are now, whatever their number.</summary>
    public async IAsyncEnumerable<JsonElement> GuildsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lines = await Http.GetStreamAsync(new Uri("/sandbox/guilds", UriKind.Relative), cancellationToken);
        using var reader = new StreamReader(lines);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            using var guild = JsonDocument.Parse(line);
            yield return guild.RootElement;
        }
    }

    /// <summary>Makes a guild with the demo's people.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bot">Whether the bot is in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its id.</returns>
    public async Task<string> CreateGuildAsync(string name, bool bot, CancellationToken cancellationToken) =>
        (await PostAsync("/sandbox/guilds", new { name, bot }, cancellationToken)).GetProperty("id").GetString()!;

    /// <summary>Makes a channel, and gives its id.</summary>
    public async Task<string> CreateChannelAsync(string guildId, string name, CancellationToken cancellationToken) =>
        (await PostAsync($"/sandbox/guilds/{guildId}/channels", new { name }, cancellationToken)).GetProperty("id").GetString()!;

    /// <summary>Makes a role, and gives its id.</summary>
    /// <param name="guildId">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="permissions">What it allows; null for what @everyone may.</param>
    public async Task<string> CreateRoleAsync(string guildId, string name, CancellationToken cancellationToken, ulong? permissions = null) =>
        (await PostAsync($"/sandbox/guilds/{guildId}/roles", new { name, permissions = permissions?.ToString(CultureInfo.InvariantCulture) }, cancellationToken))
        .GetProperty("id").GetString()!;

    /// <summary>Gives a member a role.</summary>
    public async Task GiveRoleAsync(string guildId, string userId, string roleId, CancellationToken cancellationToken)
    {
        using var answer = await Http.PutAsync(
            new Uri($"/sandbox/guilds/{guildId}/members/{userId}/roles/{roleId}", UriKind.Relative), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Has new people join, all of one name.</summary>
    public Task JoinAsync(string guildId, string name, int count, CancellationToken cancellationToken) =>
        PostAsync($"/sandbox/guilds/{guildId}/members", new { name, count }, cancellationToken);

    /// <summary>Makes a fault, such as <c>{"kind":"drop"}</c>.</summary>
    public Task FaultAsync(object fault, CancellationToken cancellationToken) => PostAsync("/sandbox/faults", fault, cancellationToken);

    /// <summary>Ends the faults that last, and outages.</summary>
    public Task HealAsync(CancellationToken cancellationToken) => DeleteAsync("/sandbox/faults", cancellationToken);

    /// <summary>Ends the faults of the DNS server.</summary>
    public Task HealNamesAsync(CancellationToken cancellationToken) => DeleteAsync("/sandbox/faults/dns", cancellationToken);

    /// <summary>Starts numbered traffic, such as <c>{"eventsPerSecond":1000}</c>.</summary>
    public Task StartTrafficAsync(object plan, CancellationToken cancellationToken) => PostAsync("/sandbox/traffic", plan, cancellationToken);

    /// <summary>The number of the last message that was sent.</summary>
    public async Task<long> LastNumberAsync(CancellationToken cancellationToken) =>
        (await Http.GetFromJsonAsync<JsonElement>("/sandbox/traffic", cancellationToken)).GetProperty("lastMessage").GetInt64();

    /// <summary>Stops it.</summary>
    /// <returns>The number of the last message.</returns>
    public async Task<long> StopTrafficAsync(CancellationToken cancellationToken) =>
        (await DeleteAsync("/sandbox/traffic", cancellationToken)).GetProperty("lastMessage").GetInt64();

    /// <summary>Waits until nothing is left to be sent.</summary>
    public async Task SettleAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while ((await StatsAsync(cancellationToken)).Backlog > 0 && TimeProvider.System.GetElapsedTime(began) < patience)
            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
    }

    /// <summary>Says something as a person.</summary>
    /// <returns>The message's id, and when it was said by the simulator's clock.</returns>
    public async Task<(string Id, DateTimeOffset At)> SayAsync(
        string channelId, string content, CancellationToken cancellationToken, SandboxPart by = SandboxPart.Owner)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v10/channels/{channelId}/messages");
        request.Headers.Authorization = new AuthenticationHeaderValue(TokenOf(by));
        request.Content = JsonContent.Create(new { content });
        using var answer = await Http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return (said.GetProperty("id").GetString()!, said.GetProperty("timestamp").GetDateTimeOffset());
    }

    public void Dispose() => _local.Dispose();

    private string TokenOf(SandboxPart part) => Person(part).GetProperty("token").GetString()!;

    private JsonElement Person(SandboxPart part)
    {
        var name = part.ToString().ToLowerInvariant();
        return _tokens.GetProperty("members").EnumerateArray().First(member => member.GetProperty("role").GetString() == name);
    }

    private async Task<JsonElement> DeleteAsync(string route, CancellationToken cancellationToken)
    {
        using var answer = await Http.DeleteAsync(new Uri(route, UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private async Task<JsonElement> PostAsync(string route, object body, CancellationToken cancellationToken)
    {
        using var answer = await Http.PostAsJsonAsync(route, body, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new NotMeasuredException($"The sandbox refuses {route}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
