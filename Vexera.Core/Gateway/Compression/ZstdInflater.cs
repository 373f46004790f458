using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Transport;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Vexera.Core.Gateway.Compression;

/// <summary>
/// zstd-stream: every message is flushed, so each ends a payload.
/// Source: https://discord.com/developers/docs/events/gateway#zstd-stream.
/// </summary>
internal sealed class ZstdInflater : IInflater
{
    // 8 MiB: what RFC 8878 asks every decoder to support. A stream that wants more memory is refused.
    private const int WindowLogMax = 23;
    private readonly Decompressor _zstd = new();

    public ZstdInflater() => _zstd.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, WindowLogMax);

    /// <inheritdoc/>
    public bool AtPayloadEnd => true;

    /// <inheritdoc/>
    public void Inflate(ReadOnlyMemory<byte> compressed, FrameBuilder frame)
    {
        var rest = compressed.Span;
        try
        {
            bool full;
            do
            {
                var free = frame.Free().Span;
                _zstd.UnwrapStream(rest, free, out var consumed, out var written);
                frame.Advance(written);
                if (consumed == 0 && written == 0 && !rest.IsEmpty)
                    throw new BadFrameException(BadFrameKind.Corrupt, "The zstd stream makes no sense.");
                rest = rest[consumed..];
                full = written == free.Length;
            }
            while (full || !rest.IsEmpty);
        }
        catch (ZstdException broken)
        {
            throw new BadFrameException(BadFrameKind.Corrupt, "The zstd stream is broken.", broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zstd.Dispose();
}
