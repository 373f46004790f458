using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Gateway;

/// <summary>A running sandbox whose clock stands still until a test moves it.</summary>
internal sealed class GatewayFixture : IAsyncDisposable
{
    private GatewayFixture(SandboxServer sandbox, WatchedTime clock)
    {
        Sandbox = sandbox;
        Clock = clock;
        Bot = World.Users.TokenOf(DemoWorld.BotId);
    }

    public SandboxServer Sandbox { get; }
    public WatchedTime Clock { get; }
    public SandboxWorld World => Sandbox.World;
    public SandboxStats Stats => Sandbox.Services.GetRequiredService<SandboxStats>();
    public SandboxFaults Faults => Sandbox.Services.GetRequiredService<SandboxFaults>();

    /// <summary>The bot's token.</summary>
    public string Bot { get; }

    public ulong Guild { get; } = WorldIds.Guild(0);
    public User Owner => World.Users.Get(DemoWorld.People[0].Id);
    public User Member => World.Users.Get(DemoWorld.People[2].Id);
    public Channel General => ChannelNamed("general");

    public static async Task<GatewayFixture> StartAsync(Func<SandboxOptions, SandboxOptions>? configure = null)
    {
        var clock = new WatchedTime(new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero));
        var options = new SandboxOptions { Urls = "http://127.0.0.1:0", TimeProvider = clock, AdvanceClock = clock.Advance };
        return new GatewayFixture(await SandboxServer.StartAsync(configure?.Invoke(options) ?? options), clock);
    }

    public Channel ChannelNamed(string name) => World.Guilds.Get(Guild).Channels.Values.Single(channel => channel.Name == name);

    /// <summary>A client that was greeted but did not identify.</summary>
    public Task<GatewayClient> GreetedAsync(string? compress = null) => GatewayClient.GreetedAsync(Sandbox, compress);

    /// <summary>The bot, after READY and its GUILD_CREATEs.</summary>
    public async Task<GatewayClient> ReadyAsync(int intents = Intents.Everything, int[]? shard = null, string? token = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(5));
        var client = await GreetedAsync();
        await client.IdentifyAsync(token ?? Bot, intents, shard);
        var ready = await client.ReceiveAsync("READY");
        client.SessionId = ready.GetProperty("session_id").GetString()!;
        client.ResumeUrl = ready.GetProperty("resume_gateway_url").GetString()!;
        client.Marker = ready.GetProperty("guilds").EnumerateArray().Select(guild => guild.GetProperty("id").GetString()).FirstOrDefault() ?? "";
        if (client.Marker.Length > 0)
        {
            await client.WaitingAsync();
        }

        return client;
    }

    public Message Say(string text, User? author = null, Channel? channel = null) =>
        World.Messages.Create((channel ?? General).Id, author ?? Member, new MessageDraft { Content = text });

    public GatewaySession? Session(string id) => Sandbox.Services.GetRequiredService<SessionDirectory>().Find(id);

    public IEnumerable<string> ViolatedRules => Stats.Violations.Select(violation => violation.Rule);

    /// <summary>Calls a route that must succeed.</summary>
    public async Task<JsonElement> HttpAsync(HttpMethod method, string path, string? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, string? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        return answer.StatusCode;
    }

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(Sandbox.Address, path));
        request.Content = body is null ? null : new StringContent(body);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

internal static class Frames
{
    public static string Name(this JsonElement frame) => frame.GetProperty("t").GetString()!;

    public static JsonElement Data(this JsonElement frame) => frame.GetProperty("d");

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
