using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/topics/permissions#role-object"/></summary>
internal static class RoleJson
{
    public static void Write(Utf8JsonWriter json, Role role)
    {
        json.WriteStartObject();
        json.WriteId("id", role.Id);
        json.WriteString("name", role.Name);
        json.WriteNull("description");
        json.WritePermissions("permissions", role.Permissions);
        json.WriteNumber("position", role.Position);
        json.WriteNumber("color", role.Color);
        json.WriteStartObject("colors");
        json.WriteNumber("primary_color", role.Color);
        json.WriteNull("secondary_color");
        json.WriteNull("tertiary_color");
        json.WriteEndObject();
        json.WriteBoolean("hoist", role.Hoist);
        json.WriteBoolean("managed", role.Managed);
        json.WriteBoolean("mentionable", role.Mentionable);
        json.WriteNull("icon");
        json.WriteNull("unicode_emoji");
        json.WriteNumber("flags", role.Flags);
        if (role.BotId is { } bot)
        {
            json.WriteStartObject("tags");
            json.WriteId("bot_id", bot);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
