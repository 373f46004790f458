using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/guild#guild-object"/></summary>
internal static class GuildJson
{
    public static void Write(Utf8JsonWriter json, Guild guild, bool withCounts = false)
    {
        json.WriteStartObject();
        WriteFields(json, guild);
        if (withCounts)
        {
            json.WriteNumber("approximate_member_count", guild.MemberCount);
            json.WriteNumber("approximate_presence_count", guild.Members.Count);
        }

        json.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter json, Guild guild)
    {
        json.WriteId("id", guild.Id);
        json.WriteString("name", guild.Name);
        json.WriteString("icon", guild.Icon);
        json.WriteString("description", guild.Description);
        json.WriteId("owner_id", guild.OwnerId);
        json.WriteId("application_id", null);
        WriteLooks(json);
        json.WriteString("region", "deprecated");
        json.WriteString("preferred_locale", guild.PreferredLocale);
        json.WriteArray("features", guild.Features, static (writer, feature) => writer.WriteStringValue(feature));
        WriteSettings(json, guild);
        json.WriteArray("roles", guild.RolesInOrder, RoleJson.Write);
        json.WriteArray("emojis", guild.Emojis.Values, EmojiJson.Write);
        json.WriteEmptyArray("stickers");
    }

    private static void WriteLooks(Utf8JsonWriter json)
    {
        json.WriteNull("home_header");
        json.WriteNull("splash");
        json.WriteNull("discovery_splash");
        json.WriteNull("banner");
        json.WriteNull("vanity_url_code");
        json.WriteNull("incidents_data");
    }

    private static void WriteSettings(Utf8JsonWriter json, Guild guild)
    {
        json.WriteId("afk_channel_id", guild.AfkChannelId);
        json.WriteNumber("afk_timeout", guild.AfkTimeout);
        json.WriteId("system_channel_id", guild.SystemChannelId);
        json.WriteNumber("system_channel_flags", guild.SystemChannelFlags);
        json.WriteId("rules_channel_id", guild.RulesChannelId);
        json.WriteId("public_updates_channel_id", guild.PublicUpdatesChannelId);
        json.WriteNull("safety_alerts_channel_id");
        json.WriteBoolean("widget_enabled", false);
        json.WriteNull("widget_channel_id");
        json.WriteNumber("verification_level", guild.VerificationLevel);
        json.WriteNumber("default_message_notifications", guild.DefaultMessageNotifications);
        json.WriteNumber("explicit_content_filter", guild.ExplicitContentFilter);
        json.WriteNumber("mfa_level", guild.MfaLevel);
        json.WriteBoolean("nsfw", guild.NsfwLevel is 1 or 3);
        json.WriteNumber("nsfw_level", guild.NsfwLevel);
        json.WriteNull("max_presences");
        json.WriteNumber("max_members", 500000);
        json.WriteNumber("max_stage_video_channel_users", 50);
        json.WriteNumber("max_video_channel_users", 25);
        json.WriteNumber("premium_tier", 0);
        json.WriteNumber("premium_subscription_count", 0);
        json.WriteBoolean("premium_progress_bar_enabled", false);
    }
}

/// <summary><see href="https://discord.com/developers/docs/resources/emoji#emoji-object"/></summary>
internal static class EmojiJson
{
    public static void Write(Utf8JsonWriter json, Emoji emoji)
    {
        json.WriteStartObject();
        json.WriteId("id", emoji.Id);
        json.WriteString("name", emoji.Name);
        json.WriteEmptyArray("roles");
        json.WriteBoolean("require_colons", true);
        json.WriteBoolean("managed", false);
        json.WriteBoolean("animated", emoji.Animated);
        json.WriteBoolean("available", true);
        json.WriteEndObject();
    }
}

/// <summary><see href="https://discord.com/developers/docs/resources/guild#ban-object"/></summary>
internal static class BanJson
{
    public static void Write(Utf8JsonWriter json, Ban ban)
    {
        json.WriteStartObject();
        json.WriteString("reason", ban.Reason);
        json.WritePropertyName("user");
        UserJson.Write(json, ban.User);
        json.WriteEndObject();
    }
}
