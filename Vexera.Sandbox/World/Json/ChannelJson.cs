using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/channel#channel-object"/></summary>
internal static class ChannelJson
{
    public static void Write(Utf8JsonWriter json, Channel channel)
    {
        json.WriteStartObject();
        WriteFields(json, channel);
        json.WriteEndObject();
    }

    /// <summary>Inside GUILD_CREATE, where the guild goes without saying.</summary>
    public static void WriteInGuild(Utf8JsonWriter json, Channel channel)
    {
        json.WriteStartObject();
        WriteFields(json, channel, withGuild: false);
        json.WriteEndObject();
    }

    /// <summary>A direct conversation as one end sees it: <c>recipients</c> is the other.</summary>
    public static void WriteDirect(Utf8JsonWriter json, Channel channel, ulong viewerId)
    {
        json.WriteStartObject();
        WriteCore(json, channel);
        json.WriteArray("recipients", channel.Recipients.Where(user => user.Id != viewerId), UserJson.Write);
        json.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter json, Channel channel, bool withGuild = true)
    {
        if (channel.IsDm)
        {
            WriteCore(json, channel);
            json.WriteArray("recipients", channel.Recipients, UserJson.Write);
            return;
        }

        WriteCore(json, channel);
        if (withGuild)
        {
            json.WriteId("guild_id", channel.GuildId);
        }

        json.WriteString("name", channel.Name);
        json.WriteId("parent_id", channel.ParentId);
        json.WriteNumber("rate_limit_per_user", channel.RateLimitPerUser);
        if (channel.Thread is { } thread)
        {
            ThreadJson.WriteFields(json, channel, thread);
            return;
        }

        json.WriteNumber("position", channel.Position);
        json.WriteArray("permission_overwrites", channel.Overwrites, WriteOverwrite);
        json.WriteBoolean("nsfw", channel.Nsfw);
        if (channel.IsVoice)
        {
            json.WriteNumber("bitrate", channel.Bitrate);
            json.WriteNumber("user_limit", channel.UserLimit);
            json.WriteNull("rtc_region");
        }
        else
        {
            json.WriteString("topic", channel.Topic);
            if (channel.DefaultAutoArchiveDuration is { } minutes)
            {
                json.WriteNumber("default_auto_archive_duration", minutes);
            }
        }
    }

    public static void WriteOverwrite(Utf8JsonWriter json, Overwrite overwrite)
    {
        json.WriteStartObject();
        json.WriteId("id", overwrite.Id);
        json.WriteNumber("type", (int)overwrite.Type);
        json.WritePermissions("allow", overwrite.Allow);
        json.WritePermissions("deny", overwrite.Deny);
        json.WriteEndObject();
    }

    private static void WriteCore(Utf8JsonWriter json, Channel channel)
    {
        json.WriteId("id", channel.Id);
        json.WriteNumber("type", (int)channel.Type);
        json.WriteNumber("flags", channel.Flags);
        if (channel.HoldsMessages)
        {
            json.WriteId("last_message_id", channel.LastMessageId);
            if (channel.LastPinAt is { } pinned)
            {
                json.WriteTime("last_pin_timestamp", pinned);
            }
        }
    }
}
