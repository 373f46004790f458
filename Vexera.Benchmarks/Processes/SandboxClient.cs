using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Vexera.Benchmarks.Processes;

/// <summary>Talks to the simulator: as its operator under <c>/sandbox</c>, and as one of its people.</summary>
internal sealed class SandboxClient : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _http;
    private readonly JsonElement _tokens;

    private SandboxClient(HttpClient http, JsonElement tokens)
    {
        _http = http;
        _tokens = tokens;
    }

    /// <summary>The bot's token.</summary>
    public string BotToken => _tokens.GetProperty("bot").GetProperty("token").GetString()!;

    /// <summary>The owner's token, for acting as a person.</summary>
    public string PersonToken => _tokens.GetProperty("members")[0].GetProperty("token").GetString()!;

    /// <summary>The channel <c>#general</c> of each demo guild.</summary>
    public IEnumerable<string> GeneralChannels => _tokens.GetProperty("guilds").EnumerateArray()
        .Select(guild => guild.GetProperty("channels").EnumerateArray().First(channel => channel.GetProperty("name").GetString() == "general"))
        .Select(channel => channel.GetProperty("id").GetString()!);

    /// <summary>Asks for the demo world.</summary>
    public static async Task<SandboxClient> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var http = new HttpClient { BaseAddress = address };
        return new SandboxClient(http, await http.GetFromJsonAsync<JsonElement>("/sandbox/tokens", cancellationToken));
    }

    /// <summary>What clients did.</summary>
    public async Task<SandboxStats> StatsAsync(CancellationToken cancellationToken) =>
        new(await _http.GetFromJsonAsync<JsonElement>("/sandbox/stats", cancellationToken));

    /// <summary>Makes a fault, such as <c>{"kind":"drop"}</c>.</summary>
    public Task FaultAsync(object fault, CancellationToken cancellationToken) => PostAsync("/sandbox/faults", fault, cancellationToken);

    /// <summary>Starts numbered traffic, such as <c>{"eventsPerSecond":1000}</c>.</summary>
    public Task StartTrafficAsync(object plan, CancellationToken cancellationToken) => PostAsync("/sandbox/traffic", plan, cancellationToken);

    /// <summary>Stops it.</summary>
    /// <returns>The number of the last message.</returns>
    public async Task<long> StopTrafficAsync(CancellationToken cancellationToken)
    {
        using var answer = await _http.DeleteAsync(new Uri("/sandbox/traffic", UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
        var traffic = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return traffic.GetProperty("lastMessage").GetInt64();
    }

    /// <summary>Waits until nothing is left to be sent.</summary>
    public async Task SettleAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while ((await StatsAsync(cancellationToken)).Backlog > 0 && TimeProvider.System.GetElapsedTime(began) < patience)
            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
    }

    /// <summary>Says something as a person.</summary>
    public async Task SayAsync(string channelId, string content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v10/channels/{channelId}/messages");
        request.Headers.Authorization = new AuthenticationHeaderValue(PersonToken);
        request.Content = JsonContent.Create(new { content });
        using var answer = await _http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(string route, object body, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync(route, body, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new BenchmarkException($"The sandbox refuses {route}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
