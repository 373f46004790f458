using System.Buffers;

namespace Vexera.Core.Gateway;

/// <summary>A pooled buffer that several readers may hold; it returns to its pool when the last one releases it.</summary>
internal sealed class FrameBuffer
{
    private readonly ArrayPool<byte>? _pool;
    private byte[] _bytes;
    private int _holders = 1;

    /// <param name="bytes">The bytes; rented from <paramref name="pool"/> when that is given.</param>
    /// <param name="pool">Where the bytes go at the end, or null for bytes that are simply dropped.</param>
    public FrameBuffer(byte[] bytes, ArrayPool<byte>? pool = null)
    {
        _bytes = bytes;
        _pool = pool;
    }

    /// <summary>The bytes, which may be longer than what was read into them.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Keeps the bytes alive beyond the current call. Pair each call with one <see cref="Release"/>.</summary>
    public void Retain() => Interlocked.Increment(ref _holders);

    /// <summary>Gives up one hold.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) != 0)
            return;
        var bytes = Interlocked.Exchange(ref _bytes, []);
        _pool?.Return(bytes);
    }
}
