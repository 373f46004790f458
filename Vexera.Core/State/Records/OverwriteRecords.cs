using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.State.Records;

/// <summary>
/// A channel's overwrites within a guild's record, in the channel's order. For whom each is: 0 and an id for a member, 1, the
/// type and an id for anything unusual, or the role's place and 2.
/// </summary>
internal static class OverwriteRecords
{
    private const ulong OfMember = 0;
    private const ulong OfAnything = 1;
    private const ulong FirstRole = 2;

    /// <summary>Writes overwrites.</summary>
    public static void Write(ref RecordWriter writer, IReadOnlyList<Overwrite> overwrites, SnowflakeMap<Role> roles)
    {
        writer.Unsigned((ulong)overwrites.Count);
        for (var index = 0; index < overwrites.Count; index++)
        {
            var overwrite = overwrites[index];
            WriteTarget(ref writer, overwrite, roles);
            writer.Unsigned((ulong)overwrite.Allow);
            writer.Unsigned((ulong)overwrite.Deny);
        }
    }

    /// <summary>Reads overwrites.</summary>
    public static Overwrite[] Read(ref RecordReader reader, ReadOnlySpan<Snowflake> roles)
    {
        var overwrites = new Overwrite[reader.Count()];
        for (var index = 0; index < overwrites.Length; index++)
        {
            var (type, id) = ReadTarget(ref reader, roles);
            overwrites[index] = new Overwrite { Id = id, Type = type, Allow = (Permission)reader.Unsigned(), Deny = (Permission)reader.Unsigned() };
        }

        return overwrites;
    }

    private static void WriteTarget(ref RecordWriter writer, Overwrite overwrite, SnowflakeMap<Role> roles)
    {
        if (overwrite.Type == OverwriteType.Role && roles.IndexOf(overwrite.Id) is >= 0 and var place)
        {
            writer.Unsigned((ulong)place + FirstRole);
            return;
        }

        writer.Unsigned(overwrite.Type == OverwriteType.Member ? OfMember : OfAnything);
        if (overwrite.Type != OverwriteType.Member)
            writer.Signed((int)overwrite.Type);
        writer.Fixed(overwrite.Id.Value);
    }

    private static (OverwriteType Type, Snowflake Id) ReadTarget(ref RecordReader reader, ReadOnlySpan<Snowflake> roles) => reader.Unsigned() switch
    {
        OfMember => (OverwriteType.Member, reader.Id()),
        OfAnything => ((OverwriteType)reader.Signed(), reader.Id()),
        var place => (OverwriteType.Role, reader.InTable(roles, place - FirstRole)),
    };
}
