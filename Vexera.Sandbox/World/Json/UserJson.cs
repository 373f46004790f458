using System.Globalization;
using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/user#user-object"/></summary>
internal static class UserJson
{
    public static void Write(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        WriteFields(json, user);
        json.WriteEndObject();
    }

    /// <summary>The user as it sees itself.</summary>
    public static void WriteSelf(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        WriteFields(json, user);
        json.WriteBoolean("verified", true);
        json.WriteBoolean("mfa_enabled", true);
        json.WriteString("locale", user.Locale);
        json.WriteNull("email");
        json.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter json, User user)
    {
        json.WriteId("id", user.Id);
        json.WriteString("username", user.Username);
        json.WriteString("discriminator", Discriminator(user));
        json.WriteString("global_name", user.GlobalName);
        json.WriteString("avatar", user.Avatar);
        json.WriteNumber("public_flags", user.PublicFlags);
        json.WriteNumber("flags", user.PublicFlags);
        json.WriteNull("primary_guild");
        json.WriteNull("banner");
        json.WriteNull("accent_color");
        json.WriteNull("avatar_decoration_data");
        json.WriteNull("collectibles");
        if (user.Bot)
        {
            json.WriteBoolean("bot", true);
        }

        if (user.System)
        {
            json.WriteBoolean("system", true);
        }
    }

    // People have none any more; bots still have four digits.
    private static string Discriminator(User user) =>
        user.Bot ? (user.Id % 9999 + 1).ToString("D4", CultureInfo.InvariantCulture) : "0";
}
