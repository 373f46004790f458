using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using Vexera.Sandbox;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>A bot of a few lines: a bare WebSocket that identifies and hears, and a bare HTTP client that answers.</summary>
internal sealed class ScriptedBot : IAsyncDisposable
{
    private const int AllIntents = 0x1FFFFFF & ~(1 << 17 | 1 << 18 | 1 << 19 | 1 << 22 | 1 << 23);

    private readonly ClientWebSocket _socket = new();
    private readonly HttpClient _http;
    private readonly string _token;
    private readonly CancellationTokenSource _stopping = new();
    private Task _hearing = Task.CompletedTask;

    private ScriptedBot(SandboxServer server)
    {
        _token = server.World.Users.TokenOf(DemoWorld.BotId);
        _http = new HttpClient { BaseAddress = new Uri(server.Address, "api/v10/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", _token);
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1.0)");
    }

    /// <summary>Connects and returns when the bot is READY.</summary>
    /// <param name="server">Where.</param>
    /// <param name="hear">What it does about each event that it hears.</param>
    /// <param name="commands">What it registers first, as JSON.</param>
    public static async Task<ScriptedBot> StartAsync(SandboxServer server, Func<ScriptedBot, string, JsonElement, Task> hear, string commands = "[]")
    {
        var bot = new ScriptedBot(server);
        await bot.SendAsync(HttpMethod.Put, $"applications/{DemoWorld.BotId}/commands", commands);
        var ready = new TaskCompletionSource();
        await bot._socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/gateway?v=10&encoding=json"), TestContext.Current.CancellationToken);
        bot._hearing = bot.HearAsync(hear, ready);
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return bot;
    }

    /// <summary>Answers an interaction with a callback of a type.</summary>
    public Task AnswerAsync(JsonElement interaction, string callback) =>
        SendAsync(HttpMethod.Post, $"interactions/{interaction.GetProperty("id")}/{interaction.GetProperty("token")}/callback", callback);

    /// <summary>Edits the answer to an interaction.</summary>
    public Task EditAnswerAsync(JsonElement interaction, string message) =>
        SendAsync(HttpMethod.Patch, $"webhooks/{DemoWorld.BotId}/{interaction.GetProperty("token")}/messages/@original", message);

    /// <summary>Asks the API for something; a refusal is an error.</summary>
    public async Task SendAsync(HttpMethod method, string route, string body)
    {
        using var request = new HttpRequestMessage(method, route) { Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")) };
        using var response = await _http.SendAsync(request);
        if (!response.IsSuccessStatusCode) throw new HttpRequestException($"{method} {route}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _hearing;
        _socket.Dispose();
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task HearAsync(Func<ScriptedBot, string, JsonElement, Task> hear, TaskCompletionSource ready)
    {
        try
        {
            while (await ReadAsync() is { ValueKind: JsonValueKind.Object } frame)
            {
                if (frame.GetProperty("op").GetInt32() == 10)
                    await WriteAsync(new { op = 2, d = new { token = _token, intents = AllIntents, properties = new { os = "linux", browser = "test", device = "test" } } });
                if (frame.GetProperty("op").GetInt32() != 0) continue;
                var name = frame.GetProperty("t").GetString()!;
                if (name == "READY") ready.TrySetResult();
                await hear(this, name, frame.GetProperty("d"));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException && _stopping.IsCancellationRequested)
        {
            ready.TrySetCanceled();
        }
        catch (Exception broken)
        {
            ready.TrySetException(broken);
            throw;
        }
    }

    private async Task<JsonElement> ReadAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16_384];
        ValueWebSocketReceiveResult read;
        do
        {
            read = await _socket.ReceiveAsync(buffer.AsMemory(), _stopping.Token);
            frame.Write(buffer, 0, read.Count);
        }
        while (!read.EndOfMessage);
        return frame.Length == 0 ? default : JsonElement.Parse(frame.ToArray());
    }

    private ValueTask WriteAsync(object frame) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame).AsMemory(), WebSocketMessageType.Text, true, _stopping.Token);
}
