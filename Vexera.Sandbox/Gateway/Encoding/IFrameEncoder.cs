using System.Net.WebSockets;

namespace Vexera.Sandbox.Gateway.Encoding;

/// <summary>Turns JSON into what goes over the socket. One for each connection, used by one sender.</summary>
internal interface IFrameEncoder : IDisposable
{
    /// <summary>The message; its bytes are good until the next call.</summary>
    EncodedFrame Encode(ReadOnlyMemory<byte> json);
}

internal readonly record struct EncodedFrame(ReadOnlyMemory<byte> Bytes, WebSocketMessageType Type);
