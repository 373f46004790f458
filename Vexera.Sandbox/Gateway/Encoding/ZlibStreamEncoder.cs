using System.IO.Compression;

namespace Vexera.Sandbox.Gateway.Encoding;

/// <summary><c>zlib-stream</c>: every message ends with a Z_SYNC_FLUSH.</summary>
internal sealed class ZlibStreamEncoder : StreamEncoder
{
    public ZlibStreamEncoder()
        : this(new MemoryStream())
    {
    }

    private ZlibStreamEncoder(MemoryStream buffer)
        : base(buffer, new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
    {
    }
}
