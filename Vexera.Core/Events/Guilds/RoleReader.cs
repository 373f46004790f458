using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Events.Guilds;

/// <summary>Reads a role within a guild.</summary>
internal static class RoleReader
{
    /// <summary>Reads the role that the reader is at the start of.</summary>
    public static Role Read(ref Utf8JsonReader reader)
    {
        Snowflake? id = null;
        string? name = null;
        Permission? permissions = null;
        int position = 0, color = 0;
        bool managed = false, hoist = false, mentionable = false;
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
                id = JsonValues.NextId(ref reader);
            else if (reader.ValueTextEquals("name"u8))
                name = JsonValues.NextText(ref reader);
            else if (reader.ValueTextEquals("permissions"u8))
                permissions = NextPermissions(ref reader);
            else if (reader.ValueTextEquals("position"u8))
                position = JsonValues.NextNumber(ref reader);
            else if (reader.ValueTextEquals("color"u8))
                color = JsonValues.NextNumber(ref reader);
            else if (reader.ValueTextEquals("hoist"u8))
                hoist = JsonValues.NextFlag(ref reader);
            else if (reader.ValueTextEquals("managed"u8))
                managed = JsonValues.NextFlag(ref reader);
            else if (reader.ValueTextEquals("mentionable"u8))
                mentionable = JsonValues.NextFlag(ref reader);
            else
                JsonValues.SkipNext(ref reader);
        }

        return new Role
        {
            Id = JsonValues.Required(id, "id"),
            Name = name ?? throw new JsonException("Expected name."),
            Permissions = JsonValues.Required(permissions, "permissions"),
            Position = position,
            Color = color,
            Hoist = hoist,
            Managed = managed,
            Mentionable = mentionable,
        };
    }

    /// <summary>The permissions behind a property name.</summary>
    public static Permission NextPermissions(ref Utf8JsonReader reader)
    {
        reader.Read();
        return PermissionJsonConverter.Read(ref reader);
    }
}
