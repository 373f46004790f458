using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/invite#invite-object"/></summary>
internal static class InviteJson
{
    /// <param name="json">Where to.</param>
    /// <param name="invite">The invite.</param>
    /// <param name="guild">Its guild.</param>
    /// <param name="withMetadata">Whether to tell how often it was used.</param>
    public static void Write(Utf8JsonWriter json, Invite invite, Guild guild, bool withMetadata)
    {
        var channel = guild.Channels.GetValueOrDefault(invite.ChannelId);
        json.WriteStartObject();
        json.WriteNumber("type", 0);
        json.WriteString("code", invite.Code);
        json.WriteTime("expires_at", invite.ExpiresAt);
        json.WriteId("guild_id", guild.Id);
        json.WritePropertyName("guild");
        WriteGuild(json, guild);
        json.WriteStartObject("channel");
        json.WriteId("id", invite.ChannelId);
        json.WriteString("name", channel?.Name);
        json.WriteNumber("type", (int)(channel?.Type ?? ChannelType.Text));
        json.WriteEndObject();
        json.WritePropertyName("inviter");
        UserJson.Write(json, invite.Inviter);
        json.WriteNumber("approximate_member_count", guild.MemberCount);
        json.WriteNumber("approximate_presence_count", guild.Members.Count);
        if (withMetadata)
        {
            WriteMetadata(json, invite);
        }

        json.WriteEndObject();
    }

    public static void WriteMetadata(Utf8JsonWriter json, Invite invite)
    {
        json.WriteNumber("uses", invite.Uses);
        json.WriteNumber("max_uses", invite.MaxUses);
        json.WriteNumber("max_age", (int)invite.MaxAge.TotalSeconds);
        json.WriteBoolean("temporary", invite.Temporary);
        json.WriteTime("created_at", invite.CreatedAt);
    }

    private static void WriteGuild(Utf8JsonWriter json, Guild guild)
    {
        json.WriteStartObject();
        json.WriteId("id", guild.Id);
        json.WriteString("name", guild.Name);
        json.WriteString("icon", guild.Icon);
        json.WriteString("description", guild.Description);
        json.WriteNull("splash");
        json.WriteNull("banner");
        json.WriteArray("features", guild.Features, static (writer, feature) => writer.WriteStringValue(feature));
        json.WriteNumber("verification_level", guild.VerificationLevel);
        json.WriteNull("vanity_url_code");
        json.WriteNumber("nsfw_level", guild.NsfwLevel);
        json.WriteBoolean("nsfw", guild.NsfwLevel is 1 or 3);
        json.WriteNumber("premium_subscription_count", 0);
        json.WriteEndObject();
    }
}
