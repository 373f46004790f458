using System.Text.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/guild#guild-member-object"/></summary>
internal static class MemberJson
{
    public static void Write(Utf8JsonWriter json, Member member)
    {
        json.WriteStartObject();
        WriteFields(json, member);
        json.WriteEndObject();
    }

    /// <summary>With the user.</summary>
    public static void WriteFields(Utf8JsonWriter json, Member member)
    {
        json.WritePropertyName("user");
        UserJson.Write(json, member.User);
        WritePartialFields(json, member);
    }

    /// <summary>Without the user: for messages, whose author stands beside.</summary>
    public static void WritePartial(Utf8JsonWriter json, Member member)
    {
        json.WriteStartObject();
        WritePartialFields(json, member);
        json.WriteEndObject();
    }

    /// <summary>With the member's permissions in a channel: for interactions.</summary>
    public static void WriteWithPermissions(Utf8JsonWriter json, Member member, Permission permissions, bool withUser)
    {
        json.WriteStartObject();
        if (withUser)
        {
            json.WritePropertyName("user");
            UserJson.Write(json, member.User);
        }

        WritePartialFields(json, member);
        json.WritePermissions("permissions", permissions);
        json.WriteEndObject();
    }

    private static void WritePartialFields(Utf8JsonWriter json, Member member)
    {
        json.WriteString("nick", member.Nick);
        json.WriteNull("avatar");
        json.WriteNull("banner");
        json.WriteNull("avatar_decoration_data");
        json.WriteNull("collectibles");
        json.WriteIds("roles", member.Roles);
        json.WriteTime("joined_at", member.JoinedAt);
        json.WriteTime("premium_since", member.PremiumSince);
        json.WriteBoolean("deaf", member.Deaf);
        json.WriteBoolean("mute", member.Mute);
        json.WriteBoolean("pending", member.Pending);
        json.WriteNumber("flags", member.Flags);
        json.WriteTime("communication_disabled_until", member.CommunicationDisabledUntil);
    }
}
