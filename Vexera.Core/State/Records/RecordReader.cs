using System.Buffers.Binary;
using System.Text;
using Vexera.Core.Discord;

namespace Vexera.Core.State.Records;

/// <summary>Reads what <see cref="RecordWriter"/> wrote. Past an error everything reads as nothing and <see cref="Failed"/> is set.</summary>
/// <param name="bytes">The record.</param>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether something was not as it is written.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether all was read and nothing failed.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty && !Failed;

    /// <summary>One byte.</summary>
    public byte Byte() => Take(1) is [var value] ? value : (byte)0;

    /// <summary>An integer without sign.</summary>
    public ulong Unsigned()
    {
        var value = 0UL;
        for (var (index, shift) = (0, 0); index < _rest.Length && shift < 64; index++, shift += 7)
        {
            var part = _rest[index];
            value |= (ulong)(part & 0x7F) << shift;
            if (part >= 0x80)
                continue;
            _rest = _rest[(index + 1)..];
            return value;
        }

        return (ulong)Fail();
    }

    /// <summary>An integer with a sign.</summary>
    public int Signed()
    {
        var value = Unsigned();
        return value > uint.MaxValue ? Fail() : (int)(uint)(value >> 1) ^ -(int)(value & 1);
    }

    /// <summary>How many of something follow, each of at least one byte.</summary>
    public int Count()
    {
        var count = Unsigned();
        return count > (ulong)_rest.Length ? Fail() : (int)count;
    }

    /// <summary>Eight bytes, the lowest first.</summary>
    public ulong Fixed() => Take(sizeof(ulong)) is { Length: sizeof(ulong) } eight ? BinaryPrimitives.ReadUInt64LittleEndian(eight) : 0;

    /// <summary>An id, whole.</summary>
    public Snowflake Id() => new(Fixed());

    /// <summary>An instant.</summary>
    public DateTimeOffset Instant()
    {
        var ticks = Fixed();
        return ticks > (ulong)DateTime.MaxValue.Ticks ? new DateTimeOffset(Fail(), TimeSpan.Zero) : new DateTimeOffset((long)ticks, TimeSpan.Zero);
    }

    /// <summary>Text.</summary>
    public string Text() => Encoding.UTF8.GetString(Take(Count()));

    /// <summary>Ids in ascending order.</summary>
    /// <param name="origin">The id before the first.</param>
    public Snowflake[] Ids(Snowflake origin)
    {
        var ids = new Snowflake[Count()];
        for (var index = 0; index < ids.Length; index++)
        {
            ids[index] = new Snowflake(unchecked((index == 0 ? origin : ids[index - 1]).Value + Unsigned()));
            if (index > 0 && ids[index] <= ids[index - 1])
                Fail();
        }

        return ids;
    }

    /// <summary>One of the ids in a table, or another id.</summary>
    public Snowflake Reference(ReadOnlySpan<Snowflake> table)
    {
        var place = Unsigned();
        return place == 0 ? Id() : InTable(table, place - 1);
    }

    /// <summary>The id at a place in a table.</summary>
    public Snowflake InTable(ReadOnlySpan<Snowflake> table, ulong place) =>
        place < (ulong)table.Length ? table[(int)place] : new Snowflake((ulong)Fail());

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            Fail();
            return default;
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private int Fail()
    {
        Failed = true;
        _rest = default;
        return 0;
    }
}
