using System.IO.Compression;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Core.Gateway.Compression;

/// <summary>
/// zlib-stream: every payload ends with the empty block of a sync flush.
/// Source: https://discord.com/developers/docs/events/gateway#zlib-stream.
/// </summary>
internal sealed class ZlibInflater : IInflater
{
    private const uint FlushMark = 0x0000FFFF;
    private readonly PieceStream _pieces = new();
    private readonly ZLibStream _zlib;
    private uint _lastFour = FlushMark + 1;

    public ZlibInflater() => _zlib = new ZLibStream(_pieces, CompressionMode.Decompress);

    /// <inheritdoc/>
    public bool AtPayloadEnd => _lastFour == FlushMark;

    /// <inheritdoc/>
    public void Inflate(ReadOnlyMemory<byte> compressed, FrameBuilder frame)
    {
        var tail = compressed.Span[Math.Max(0, compressed.Length - sizeof(uint))..];
        foreach (var last in tail)
            _lastFour = (_lastFour << 8) | last;

        _pieces.Next = compressed;
        try
        {
            int count;
            while ((count = _zlib.Read(frame.Free().Span)) > 0)
                frame.Advance(count);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadFrameException))
        {
            throw new BadFrameException(BadFrameKind.Corrupt, "The zlib stream is broken.", broken);
        }

        if (!_pieces.Next.IsEmpty)
            throw new BadFrameException(BadFrameKind.Corrupt, "The zlib stream ended before its connection.");
    }

    /// <inheritdoc/>
    public void Dispose() => _zlib.Dispose();

    /// <summary>Gives the inflater the bytes at hand, then seems to end until there are more.</summary>
    private sealed class PieceStream : Stream
    {
        public ReadOnlyMemory<byte> Next { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Next.Length);
            Next.Span[..count].CopyTo(buffer);
            Next = Next[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
