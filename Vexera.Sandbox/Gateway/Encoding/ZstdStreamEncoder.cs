using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Vexera.Sandbox.Gateway.Encoding;

/// <summary><c>zstd-stream</c>, with a window small enough for hundreds of connections.</summary>
internal sealed class ZstdStreamEncoder : StreamEncoder
{
    private const int Level = 1;
    private const int WindowLog = 17;

    public ZstdStreamEncoder()
        : this(new MemoryStream())
    {
    }

    private ZstdStreamEncoder(MemoryStream buffer)
        : base(buffer, Compressor(buffer))
    {
    }

    private static CompressionStream Compressor(MemoryStream buffer)
    {
        var compressor = new CompressionStream(buffer, Level, leaveOpen: true);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_windowLog, WindowLog);
        return compressor;
    }
}
