using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Vexera.Core.Discord;

namespace Vexera.Core.State.Records;

/// <summary>Writes a record into a pooled array that grows. Integers are LEB128, signed ones zigzag.</summary>
internal ref struct RecordWriter
{
    private const int LongestInteger = 10;
    private byte[] _buffer;
    private int _length;

    /// <param name="capacity">Bytes to begin with.</param>
    public RecordWriter(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>What is written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>One byte.</summary>
    public void Byte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    /// <summary>An integer without sign.</summary>
    public void Unsigned(ulong value)
    {
        Reserve(LongestInteger);
        while (value >= 0x80)
        {
            _buffer[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[_length++] = (byte)value;
    }

    /// <summary>An integer with a sign.</summary>
    public void Signed(int value) => Unsigned((uint)((value << 1) ^ (value >> 31)));

    /// <summary>Eight bytes, the lowest first.</summary>
    public void Fixed(ulong value)
    {
        Reserve(sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.AsSpan(_length), value);
        _length += sizeof(ulong);
    }

    /// <summary>An instant, to the tick.</summary>
    public void Instant(DateTimeOffset value) => Fixed((ulong)value.UtcTicks);

    /// <summary>Text: how many bytes of UTF-8, then these.</summary>
    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        Unsigned((ulong)bytes);
        Reserve(bytes);
        _length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length));
    }

    /// <summary>Bytes of UTF-8 as text.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Unsigned((ulong)utf8.Length);
        Reserve(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Ids in ascending order: how many, then the distance of each to the one before.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="origin">The id before the first. Ids around it are short.</param>
    public void Ids(ReadOnlySpan<Snowflake> ids, Snowflake origin)
    {
        Unsigned((ulong)ids.Length);
        foreach (var id in ids)
        {
            Unsigned(unchecked(id.Value - origin.Value));
            origin = id;
        }
    }

    /// <summary>One of the ids in a table by its place, or another id whole.</summary>
    public void Reference(Snowflake id, int index)
    {
        Unsigned((ulong)Math.Max(0, index + 1));
        if (index < 0)
            Fixed(id.Value);
    }

    /// <summary>Gives back the pooled array.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length >= bytes)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + bytes));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
