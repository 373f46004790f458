using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.State.Records;

/// <summary>Roles within a guild's record: all ids, then each role's name, permissions, place, flags and, if any, colour.</summary>
internal static class RoleRecords
{
    [Flags]
    private enum Parts : byte
    {
        Managed = 1,
        Hoist = 2,
        Mentionable = 4,
        Color = 8,
    }

    /// <summary>Writes the roles of a guild.</summary>
    public static void Write(ref RecordWriter writer, Snowflake guildId, SnowflakeMap<Role> roles)
    {
        writer.Ids(roles.Ids, guildId);
        foreach (var role in roles.Values)
        {
            writer.Text(role.Name);
            writer.Unsigned((ulong)role.Permissions);
            writer.Signed(role.Position);
            writer.Byte((byte)PartsOf(role));
            if (role.Color != 0)
                writer.Signed(role.Color);
        }
    }

    /// <summary>Reads the roles of a guild.</summary>
    public static SnowflakeMap<Role> Read(ref RecordReader reader, Snowflake guildId)
    {
        var ids = reader.Ids(guildId);
        var roles = new Role[ids.Length];
        for (var index = 0; index < roles.Length; index++)
            roles[index] = Read(ref reader, ids[index], reader.Text());
        return new SnowflakeMap<Role>(ids, roles);
    }

    private static Role Read(ref RecordReader reader, Snowflake id, string name)
    {
        var permissions = (Permission)reader.Unsigned();
        var position = reader.Signed();
        var parts = (Parts)reader.Byte();
        return new Role
        {
            Id = id,
            Name = name,
            Permissions = permissions,
            Position = position,
            Managed = parts.HasFlag(Parts.Managed),
            Hoist = parts.HasFlag(Parts.Hoist),
            Mentionable = parts.HasFlag(Parts.Mentionable),
            Color = parts.HasFlag(Parts.Color) ? reader.Signed() : 0,
        };
    }

    private static Parts PartsOf(Role role) =>
        (role.Managed ? Parts.Managed : 0)
        | (role.Hoist ? Parts.Hoist : 0)
        | (role.Mentionable ? Parts.Mentionable : 0)
        | (role.Color == 0 ? 0 : Parts.Color);
}
