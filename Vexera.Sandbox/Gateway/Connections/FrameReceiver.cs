using System.Net.WebSockets;
using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Sandbox.Gateway.Connections;

/// <summary>Reads whole messages of a client, of which none may be larger than 4,096 bytes.</summary>
internal sealed class FrameReceiver(WebSocket socket)
{
    private const int Limit = 4_096;
    private readonly byte[] _buffer = new byte[Limit + 1];

    /// <summary>The next message; null when the client closed.</summary>
    /// <exception cref="ProtocolException">It is too large or not text.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (length > Limit)
            {
                throw new ProtocolException(GatewayClose.DecodeError, "frame-size", $"a frame of more than {Limit} bytes");
            }

            if (part.EndOfMessage)
            {
                return part.MessageType == WebSocketMessageType.Text ? _buffer.AsMemory(0, length) : throw ClientFrame.Undecodable("a binary frame");
            }
        }
    }

    /// <summary>Reads and forgets until the client closes too.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (socket.State is WebSocketState.CloseSent or WebSocketState.Open)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }
        }
    }
}
