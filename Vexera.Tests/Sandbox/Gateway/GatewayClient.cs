using System.IO.Compression;
using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox;

namespace Vexera.Tests.Sandbox.Gateway;

/// <summary>A bare gateway client that does what a test says and nothing by itself.</summary>
internal sealed class GatewayClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket _socket = new();
    private readonly Pipe? _compressed;
    private readonly Stream? _inflater;
    private readonly byte[] _buffer = new byte[64 * 1024];

    private GatewayClient(string? compress)
    {
        if (compress is not null)
        {
            _compressed = new Pipe();
            var stream = _compressed.Reader.AsStream();
            _inflater = compress == "zlib-stream" ? new ZLibStream(stream, CompressionMode.Decompress) : new ZstdSharp.DecompressionStream(stream);
        }
    }

    /// <summary>The sequence of the last dispatch.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The last message's bytes as they came.</summary>
    public byte[] LastRaw { get; private set; } = [];

    public WebSocketMessageType LastType { get; private set; }

    public static async Task<GatewayClient> ConnectAsync(SandboxServer sandbox, string query = "?v=10&encoding=json", string path = "/gateway", string? compress = null)
    {
        var client = new GatewayClient(compress);
        var uri = new UriBuilder(sandbox.Address) { Scheme = "ws", Path = path, Query = compress is null ? query : $"{query}&compress={compress}" }.Uri;
        await client._socket.ConnectAsync(uri, Timeout());
        return client;
    }

    /// <summary>Connects and reads HELLO.</summary>
    public static async Task<GatewayClient> GreetedAsync(SandboxServer sandbox, string? compress = null)
    {
        var client = await ConnectAsync(sandbox, compress: compress);
        (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(10);
        return client;
    }

    public Task SendAsync(int op, JsonNode? d) => SendRawAsync(new JsonObject { ["op"] = op, ["d"] = d }.ToJsonString());

    public Task SendRawAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), type, endOfMessage: true, Timeout()).AsTask();

    public Task IdentifyAsync(string token, int intents = Intents.Everything, int[]? shard = null, Action<JsonObject>? more = null)
    {
        var identify = new JsonObject
        {
            ["token"] = token,
            ["properties"] = new JsonObject { ["os"] = "test", ["browser"] = "test", ["device"] = "test" },
            ["intents"] = intents,
        };
        if (shard is not null)
        {
            identify["shard"] = new JsonArray([.. shard.Select(part => JsonValue.Create(part))]);
        }

        more?.Invoke(identify);
        return SendAsync(2, identify);
    }

    public Task ResumeAsync(string token, string sessionId, long seq) =>
        SendAsync(6, new JsonObject { ["token"] = token, ["session_id"] = sessionId, ["seq"] = seq });

    /// <summary>The next frame.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        var message = await ReceiveMessageAsync() ?? throw new InvalidOperationException($"closed: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
        var json = _inflater is null ? Inflated(message) : await InflateAsync(message);
        var frame = JsonElement.Parse(json);
        if (frame.GetProperty("op").GetInt32() == 0)
        {
            Sequence = frame.GetProperty("s").GetInt64();
        }

        return frame;
    }

    /// <summary>Reads on until a dispatch of this name; its <c>d</c>.</summary>
    public async Task<JsonElement> ReceiveAsync(string name)
    {
        while (true)
        {
            var frame = await ReceiveAsync();
            if (frame.GetProperty("t").GetString() == name)
            {
                return frame.GetProperty("d");
            }
        }
    }

    /// <summary>Reads on until a frame with this opcode.</summary>
    public async Task<JsonElement> ReceiveAsync(int op)
    {
        while (true)
        {
            var frame = await ReceiveAsync();
            if (frame.GetProperty("op").GetInt32() == op)
            {
                return frame;
            }
        }
    }

    /// <summary>The names of all dispatches that were waiting.</summary>
    public async Task<List<string>> WaitingNamesAsync() => [.. (await WaitingAsync()).Select(frame => frame.GetProperty("t").GetString()!)];

    /// <summary>All dispatches that were waiting: those before the answer to a question.</summary>
    public async Task<List<JsonElement>> WaitingAsync()
    {
        var frames = new List<JsonElement>();
        await SendAsync(43, new JsonObject { ["guild_id"] = Marker, ["fields"] = new JsonArray() });
        while (true)
        {
            var frame = await ReceiveAsync();
            if (frame.GetProperty("t").GetString() == "CHANNEL_INFO")
            {
                return frames;
            }

            if (frame.GetProperty("op").GetInt32() == 0)
            {
                frames.Add(frame);
            }
        }
    }

    /// <summary>A guild of the session, to ask about.</summary>
    public string Marker { get; set; } = "";

    public string SessionId { get; set; } = "";

    public string ResumeUrl { get; set; } = "";

    /// <summary>Reads on until the server closes; its code.</summary>
    public async Task<int> ReceiveCloseAsync()
    {
        while (await ReceiveMessageAsync() is not null)
        {
        }

        return (int)_socket.CloseStatus!.Value;
    }

    /// <summary>Reads on until the TCP connection is cut without a close frame.</summary>
    public async Task ReceiveCutAsync()
    {
        var error = await Should.ThrowAsync<WebSocketException>(async () =>
        {
            while (await ReceiveMessageAsync() is not null)
            {
            }
        });
        error.WebSocketErrorCode.ShouldBe(WebSocketError.ConnectionClosedPrematurely);
    }

    public async Task CloseAsync(int code) => await _socket.CloseAsync((WebSocketCloseStatus)code, "", Timeout());

    /// <summary>The code with which the server closed.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Goes away without a word.</summary>
    public void Abort() => _socket.Abort();

    public async Task<byte[]?> ReceiveMessageAsync()
    {
        using var message = new MemoryStream();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(), Timeout());
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(_buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
            {
                LastType = part.MessageType;
                return LastRaw = message.ToArray();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (_inflater is not null)
        {
            await _compressed!.Writer.CompleteAsync();
            await _compressed.Reader.CompleteAsync();
        }
    }

    private static CancellationToken Timeout() => new CancellationTokenSource(Patience).Token;

    private byte[] Inflated(byte[] message)
    {
        if (LastType == WebSocketMessageType.Text)
        {
            return message;
        }

        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(message), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    private async Task<byte[]> InflateAsync(byte[] message)
    {
        await _compressed!.Writer.WriteAsync(message);
        using var json = new MemoryStream();
        while (!IsWhole(json.GetBuffer().AsSpan(0, (int)json.Length)))
        {
            var count = await _inflater!.ReadAsync(_buffer, Timeout());
            json.Write(_buffer.AsSpan(0, count));
        }

        return json.ToArray();
    }

    private static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        return json.Length > 0 && JsonDocument.TryParseValue(ref reader, out _);
    }
}

internal static class Intents
{
    public const int Guilds = 1 << 0;
    public const int GuildMembers = 1 << 1;
    public const int GuildPresences = 1 << 8;
    public const int GuildMessages = 1 << 9;
    public const int DirectMessages = 1 << 12;
    public const int MessageContent = 1 << 15;
    public const int Everything = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;
}
