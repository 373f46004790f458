using System.Buffers;

namespace Vexera.Core.Gateway;

/// <summary>
/// Lends arrays to frames. A frame is read on one thread and let go on another, many at a time, which the pools of the platform
/// are not made for. Keeps at most 8 MiB of each size, so that a burst leaves nothing behind that a quiet day does not need;
/// frames of more than 1 MiB are rare and not kept.
/// </summary>
internal sealed class FramePool : ArrayPool<byte>
{
    private const int SmallestShift = 12;
    private const int LargestShift = 20;
    private const int KeptBytes = 8 * 1024 * 1024;
    private readonly Shelf[] _shelves = [.. Enumerable.Range(SmallestShift, LargestShift - SmallestShift + 1).Select(shift => new Shelf(1 << shift))];

    /// <inheritdoc/>
    public override byte[] Rent(int minimumLength)
    {
        var shelf = ShelfOf(minimumLength);
        return shelf < _shelves.Length ? _shelves[shelf].Take() : GC.AllocateUninitializedArray<byte>(minimumLength);
    }

    /// <inheritdoc/>
    public override void Return(byte[] array, bool clearArray = false)
    {
        if (clearArray)
            Array.Clear(array);
        var shelf = ShelfOf(array.Length);
        if (shelf < _shelves.Length && _shelves[shelf].Length == array.Length)
            _shelves[shelf].Put(array);
    }

    private static int ShelfOf(int length) =>
        length <= 1 << SmallestShift ? 0 : int.Log2(length - 1) + 1 - SmallestShift;

    private sealed class Shelf(int length)
    {
        private readonly Lock _lock = new();
        private byte[]?[] _arrays = new byte[]?[8];
        private int _count;

        public int Length => length;

        public byte[] Take()
        {
            lock (_lock)
            {
                if (_count > 0)
                {
                    var array = _arrays[--_count]!;
                    _arrays[_count] = null;
                    return array;
                }
            }

            return GC.AllocateUninitializedArray<byte>(length);
        }

        public void Put(byte[] array)
        {
            lock (_lock)
            {
                if (_count == KeptBytes / length)
                    return;
                if (_count == _arrays.Length)
                    Array.Resize(ref _arrays, _count * 2);
                _arrays[_count++] = array;
            }
        }
    }
}
