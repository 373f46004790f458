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
    public void Retain()
    {
        // The only holder has nobody to race with.
        if (_holders == 1)
            _holders = 2;
        else
            Interlocked.Increment(ref _holders);
    }

    /// <summary>Gives up one hold.</summary>
    public void Release()
    {
        if (Volatile.Read(ref _holders) > 1 && Interlocked.Decrement(ref _holders) > 0)
            return;
        var bytes = _bytes;
        _bytes = [];
        _pool?.Return(bytes);
    }
}
