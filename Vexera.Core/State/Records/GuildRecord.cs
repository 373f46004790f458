using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Vexera.Core.Discord;

namespace Vexera.Core.State.Records;

/// <summary>
/// A guild's state as bytes, the same in memory and on disk: the version, the guild, its roles, its channels, the bot's own
/// membership, and a checksum (CRC-32C) of all that. Roles and channels are in the order of their ids, which are written as
/// distances; who refers to one of them writes its place.
/// </summary>
internal static class GuildRecord
{
    /// <summary>The first byte of every record. A change of the form takes the next number.</summary>
    public const byte Version = 1;

    private const int TypicalLength = 4096;
    private const int ChecksumLength = sizeof(uint);

    [Flags]
    private enum Parts : byte
    {
        Available = 1,
        SystemChannel = 2,
        Locale = 4,
        JoinedAt = 8,
        Self = 16,
    }

    /// <summary>Writes a state.</summary>
    /// <returns>An array of the record's own length, usually of two to three thousand bytes.</returns>
    public static byte[] Encode(GuildState state)
    {
        var writer = new RecordWriter(TypicalLength);
        try
        {
            Write(ref writer, state);
            return Seal(writer.Written);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Reads a state; false for a version that this build does not know, and for damaged bytes.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> record, [NotNullWhen(true)] out GuildState? state)
    {
        state = null;
        if (record.Length <= ChecksumLength || record[0] != Version)
            return false;
        var content = record[..^ChecksumLength];
        if (BinaryPrimitives.ReadUInt32LittleEndian(record[^ChecksumLength..]) != ChecksumOf(content))
            return false;
        var reader = new RecordReader(content[1..]);
        state = Read(ref reader);
        if (!reader.IsAtEnd)
            state = null;
        return state is not null;
    }

    private static void Write(ref RecordWriter writer, GuildState state)
    {
        writer.Byte(Version);
        writer.Fixed(state.Id.Value);
        writer.Byte((byte)PartsOf(state));
        writer.Text(state.Name);
        writer.Fixed(state.OwnerId.Value);
        writer.Signed(state.MemberCount);
        if (state.SystemChannelId is { } system)
            writer.Fixed(system.Value);
        if (state.PreferredLocale is { } locale)
            writer.Text(locale);
        if (state.JoinedAt is { } joined)
            writer.Instant(joined);
        RoleRecords.Write(ref writer, state.Id, state.Roles);
        ChannelRecords.Write(ref writer, state.Id, state.Channels, state.Roles);
        if (state.Self is { } self)
            MemberRecord.Write(ref writer, self, state.Roles);
    }

    private static GuildState Read(ref RecordReader reader)
    {
        var id = reader.Id();
        var parts = (Parts)reader.Byte();
        var name = reader.Text();
        var owner = reader.Id();
        var members = reader.Signed();
        Snowflake? system = parts.HasFlag(Parts.SystemChannel) ? reader.Id() : null;
        var locale = parts.HasFlag(Parts.Locale) ? reader.Text() : null;
        DateTimeOffset? joined = parts.HasFlag(Parts.JoinedAt) ? reader.Instant() : null;
        var roles = RoleRecords.Read(ref reader, id);
        var channels = ChannelRecords.Read(ref reader, id, roles.Ids);
        return new GuildState
        {
            Id = id,
            Name = name,
            OwnerId = owner,
            MemberCount = members,
            Available = parts.HasFlag(Parts.Available),
            SystemChannelId = system,
            PreferredLocale = locale,
            JoinedAt = joined,
            Roles = roles,
            Channels = channels,
            Self = parts.HasFlag(Parts.Self) ? MemberRecord.Read(ref reader, roles.Ids) : null,
        };
    }

    private static Parts PartsOf(GuildState state) =>
        (state.Available ? Parts.Available : 0)
        | (state.SystemChannelId is null ? 0 : Parts.SystemChannel)
        | (state.PreferredLocale is null ? 0 : Parts.Locale)
        | (state.JoinedAt is null ? 0 : Parts.JoinedAt)
        | (state.Self is null ? 0 : Parts.Self);

    private static byte[] Seal(ReadOnlySpan<byte> content)
    {
        var record = GC.AllocateUninitializedArray<byte>(content.Length + ChecksumLength);
        content.CopyTo(record);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(content.Length), ChecksumOf(content));
        return record;
    }

    private static uint ChecksumOf(ReadOnlySpan<byte> content)
    {
        var checksum = uint.MaxValue;
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(content));
        foreach (var one in content)
            checksum = BitOperations.Crc32C(checksum, one);
        return checksum;
    }
}
