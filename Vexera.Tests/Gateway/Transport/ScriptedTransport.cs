using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Tests.Gateway.Transport;

/// <summary>A connection whose other end is a test: it says lines, and reads what the client sent line by line.</summary>
internal sealed class ScriptedTransport : IGatewayTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<(byte[] Bytes, bool EndOfMessage, Closure? Ended)> _toClient =
        Channel.CreateUnbounded<(byte[], bool, Closure?)>();

    private readonly Channel<string> _fromClient = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<(int? Code, string Reason)> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReadOnlyMemory<byte> _rest;
    private bool _restEnds;
    private int _disposed;

    /// <summary>When set, sending fails.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether the client has dropped the connection.</summary>
    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    public void Say(string json) => Say(Encoding.UTF8.GetBytes(json));

    public void Say(byte[] message, bool endOfMessage = true) => _toClient.Writer.TryWrite((message, endOfMessage, null));

    public void Hello(int intervalMilliseconds = 40_000) =>
        Say($$"""{"op":10,"d":{"heartbeat_interval":{{intervalMilliseconds}}},"s":null,"t":null}""");

    public void Ready(string sessionId = "session-1", long sequence = 1, string? resumeUrl = "wss://resume.example") =>
        Say($$$"""{"op":0,"t":"READY","s":{{{sequence}}},"d":{"v":10,"session_id":"{{{sessionId}}}","resume_gateway_url":{{{JsonSerializer.Serialize(resumeUrl)}}}}}""");

    public void Event(long sequence, string name = "MESSAGE_CREATE") =>
        Say($$$"""{"op":0,"t":"{{{name}}}","s":{{{sequence}}},"d":{"n":{{{sequence}}}}}""");

    public void Close(int? code, string reason = "") => _toClient.Writer.TryWrite(([], false, new Closure(code, reason)));

    /// <summary>The next payload that the client sent.</summary>
    public async Task<JsonElement> HearAsync()
    {
        var line = await _fromClient.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    /// <summary>The opcode of the next payload that the client sent.</summary>
    public async Task<int> HearOpcodeAsync() => (await HearAsync()).GetProperty("op").GetInt32();

    public bool HearsNothing => !_fromClient.Reader.TryPeek(out _);

    /// <summary>How the client closed; without a code when it just dropped the connection.</summary>
    public Task<(int? Code, string Reason)> ClosedAsync() => _closed.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public async ValueTask<TransportRead> ReadAsync(Memory<byte> destination)
    {
        if (_rest.IsEmpty)
        {
            (byte[] Bytes, bool EndOfMessage, Closure? Ended) next;
            if (IsDisposed)
                return new TransportRead(0, false, new Closure(null, "dropped"));
            if (!_toClient.Reader.TryRead(out next))
                next = await _toClient.Reader.ReadAsync();
            if (next.Ended is not null)
                return new TransportRead(0, false, next.Ended);
            (_rest, _restEnds) = (next.Bytes, next.EndOfMessage);
        }

        var count = Math.Min(destination.Length, _rest.Length);
        _rest[..count].CopyTo(destination);
        _rest = _rest[count..];
        return new TransportRead(count, _rest.IsEmpty && _restEnds);
    }

    public Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (IsBroken || IsDisposed)
            throw new IOException("broken pipe");
        _fromClient.Writer.TryWrite(Encoding.UTF8.GetString(payload.Span));
        return Task.CompletedTask;
    }

    public Task CloseAsync(int code, string reason, CancellationToken cancellationToken)
    {
        _closed.TrySetResult((code, reason));
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Volatile.Write(ref _disposed, 1);
        _closed.TrySetResult((null, "dropped"));
        Close(null, "dropped");
    }
}
