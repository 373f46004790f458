using System.Buffers;
using System.Net.WebSockets;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Compression;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Takes a whole frame.</summary>
internal delegate void FrameTaker(ReadOnlySpan<byte> frame);

/// <summary>One WebSocket and the least that a gateway client can do with it.</summary>
internal sealed class BareShard : IDisposable
{
    private const int FirstBuffer = 64 * 1024;
    private const int LargestFrame = 64 * 1024 * 1024;
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(41);
    private static readonly ReadOnlyMemory<byte> Heartbeat = "{\"op\":1,\"d\":null}"u8.ToArray();
    private readonly ClientWebSocket _socket = new();
    private readonly FrameTaker _take;
    private readonly IInflater? _inflater;
    private readonly FrameBuilder _inflated = new(ArrayPool<byte>.Shared, LargestFrame);
    private byte[] _buffer = new byte[FirstBuffer];

    public BareShard(GatewayCompression compression, FrameTaker take)
    {
        _take = take;
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _inflater = compression switch
        {
            GatewayCompression.ZlibStream => new ZlibInflater(),
            GatewayCompression.ZstdStream => new ZstdInflater(),
            _ => null,
        };
    }

    /// <summary>Opens the connection.</summary>
    public Task ConnectAsync(Uri gateway, CancellationToken cancellationToken) => _socket.ConnectAsync(gateway, cancellationToken);

    /// <summary>Identifies and receives until stopped.</summary>
    public async Task RunAsync(ReadOnlyMemory<byte> identify, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(identify, WebSocketMessageType.Text, true, cancellationToken);
        _ = BeatAsync(cancellationToken);
        var length = 0;
        while (true)
        {
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
                throw new IOException($"closed with {_socket.CloseStatus} {_socket.CloseStatusDescription}");
            length += received.Count;
            if (!received.EndOfMessage)
            {
                if (length == _buffer.Length)
                    Array.Resize(ref _buffer, 2 * length);
                continue;
            }

            Take(length);
            length = 0;
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _inflater?.Dispose();
        _inflated.Dispose();
    }

    private void Take(int length)
    {
        if (_inflater is null)
        {
            _take(_buffer.AsSpan(0, length));
            return;
        }

        _inflater.Inflate(_buffer.AsMemory(0, length), _inflated);
        var frame = _inflated.Take();
        _take(frame.Bytes.Span);
        frame.Buffer.Release();
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(HeartbeatInterval, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellationToken))
            await _socket.SendAsync(Heartbeat, WebSocketMessageType.Text, true, cancellationToken);
    }
}
