using System.IO.Compression;
using System.Net.WebSockets;

namespace Vexera.Sandbox.Gateway.Encoding;

/// <summary>JSON as it is; once the client said <c>compress: true</c>, large payloads are compressed each by itself.</summary>
internal sealed class PlainEncoder : IFrameEncoder
{
    private const int LargePayload = 8 * 1024;

    public bool CompressesLargePayloads { get; set; }

    public EncodedFrame Encode(ReadOnlyMemory<byte> json)
    {
        if (!CompressesLargePayloads || json.Length < LargePayload)
        {
            return new EncodedFrame(json, WebSocketMessageType.Text);
        }

        var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(json.Span);
        }

        return new EncodedFrame(buffer.ToArray(), WebSocketMessageType.Binary);
    }

    public void Dispose()
    {
    }
}
