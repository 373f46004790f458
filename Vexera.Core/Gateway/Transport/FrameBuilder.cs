using System.Buffers;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Core.Gateway.Transport;

/// <summary>Gathers one frame in a rented buffer that grows as needed, up to a limit.</summary>
internal sealed class FrameBuilder(ArrayPool<byte> pool, int maxBytes) : IDisposable
{
    private const int FirstSize = 4 * 1024;
    private byte[]? _bytes;

    /// <summary>How many bytes are gathered.</summary>
    public int Length { get; private set; }

    /// <summary>Room for at least one more byte.</summary>
    public Memory<byte> Free()
    {
        _bytes ??= pool.Rent(Math.Min(FirstSize, maxBytes + 1));
        if (Length == _bytes.Length)
            Grow();
        return _bytes.AsMemory(Length, Math.Min(_bytes.Length, maxBytes + 1) - Length);
    }

    /// <summary>Counts bytes written into <see cref="Free"/>.</summary>
    /// <exception cref="BadFrameException">The frame is longer than allowed.</exception>
    public void Advance(int count)
    {
        Length += count;
        if (Length > maxBytes)
            throw new BadFrameException(BadFrameKind.Oversized, $"A frame is longer than the {maxBytes} bytes that Gateway:FrameBytesMax allows.");
    }

    /// <summary>Hands the frame over, to be released by its taker, and begins the next.</summary>
    public Frame Take()
    {
        var frame = new Frame(_bytes is null ? new FrameBuffer([]) : new FrameBuffer(_bytes, pool), Length);
        _bytes = null;
        Length = 0;
        return frame;
    }

    /// <summary>Returns what was gathered of an unfinished frame.</summary>
    public void Dispose() => Take().Buffer.Release();

    private void Grow()
    {
        var larger = pool.Rent((int)Math.Min(2L * Length, maxBytes + 1L));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        pool.Return(_bytes!);
        _bytes = larger;
    }
}
