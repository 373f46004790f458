using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Events;

/// <summary>What happens to guilds, their channels and roles. <see href="https://discord.com/developers/docs/events/gateway-events#guilds"/></summary>
internal static class GuildEvents
{
    /// <summary>For one user, who joined.</summary>
    public static WorldEvent Available(Guild guild, ulong recipient) =>
        Available(guild.Id, () => guild) with { Recipients = [recipient], Subject = guild };

    /// <summary>For all members: an outage is over, or a session begins.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="snapshot">Gives the guild as it is now, at any later time.</param>
    public static WorldEvent Available(ulong guildId, Func<Guild> snapshot) =>
        new("GUILD_CREATE", (json, viewer) => GuildCreateJson.Write(json, snapshot(), viewer)) { GuildId = guildId };

    public static WorldEvent Updated(Guild guild) =>
        new("GUILD_UPDATE", (json, _) => GuildJson.Write(json, guild)) { GuildId = guild.Id, Subject = guild };

    /// <summary>For one user: it is no member any more, or the guild is gone.</summary>
    public static WorldEvent Left(ulong guildId, ulong recipient) =>
        new("GUILD_DELETE", (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("id", guildId);
            json.WriteEndObject();
        })
        { GuildId = guildId, Recipients = [recipient] };

    public static WorldEvent Unavailable(ulong guildId) =>
        new("GUILD_DELETE", (json, _) => GuildCreateJson.WriteUnavailable(json, guildId)) { GuildId = guildId };

    public static WorldEvent ChannelCreated(Channel channel) => OfChannel("CHANNEL_CREATE", channel);

    public static WorldEvent ChannelUpdated(Channel channel) => OfChannel("CHANNEL_UPDATE", channel);

    public static WorldEvent ChannelDeleted(Channel channel) => OfChannel("CHANNEL_DELETE", channel);

    public static WorldEvent PinsUpdated(Channel channel) =>
        new("CHANNEL_PINS_UPDATE", (json, _) =>
        {
            json.WriteStartObject();
            WriteGuild(json, channel.GuildId);
            json.WriteId("channel_id", channel.Id);
            json.WriteTime("last_pin_timestamp", channel.LastPinAt);
            json.WriteEndObject();
        })
        {
            GuildId = channel.GuildId,
            ChannelId = channel.Id,
            Requires = Permission.ViewChannel,
            Recipients = channel.IsDm ? [.. channel.Recipients.Select(user => user.Id)] : null,
            Subject = channel,
        };

    public static WorldEvent WebhooksUpdated(ulong guildId, ulong channelId) =>
        new("WEBHOOKS_UPDATE", (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guildId);
            json.WriteId("channel_id", channelId);
            json.WriteEndObject();
        })
        { GuildId = guildId, ChannelId = channelId };

    public static WorldEvent RoleCreated(ulong guildId, Role role) => OfRole("GUILD_ROLE_CREATE", guildId, role);

    public static WorldEvent RoleUpdated(ulong guildId, Role role) => OfRole("GUILD_ROLE_UPDATE", guildId, role);

    public static WorldEvent RoleDeleted(ulong guildId, Role role) =>
        new("GUILD_ROLE_DELETE", (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guildId);
            json.WriteId("role_id", role.Id);
            json.WriteEndObject();
        })
        { GuildId = guildId, Subject = role };

    public static WorldEvent EmojisUpdated(Guild guild) =>
        new("GUILD_EMOJIS_UPDATE", (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guild.Id);
            json.WriteArray("emojis", guild.Emojis.Values, EmojiJson.Write);
            json.WriteEndObject();
        })
        { GuildId = guild.Id, Subject = guild };

    public static WorldEvent AuditLogged(ulong guildId, AuditLogEntry entry) =>
        new("GUILD_AUDIT_LOG_ENTRY_CREATE", (json, _) =>
        {
            json.WriteStartObject();
            AuditLogJson.WriteFields(json, entry);
            json.WriteId("guild_id", guildId);
            json.WriteEndObject();
        })
        { GuildId = guildId, Requires = Permission.ViewAuditLog, Subject = entry };

    internal static void WriteGuild(System.Text.Json.Utf8JsonWriter json, ulong? guildId)
    {
        if (guildId is { } known)
        {
            json.WriteId("guild_id", known);
        }
    }

    private static WorldEvent OfChannel(string name, Channel channel) =>
        new(name, (json, _) => ChannelJson.Write(json, channel)) { GuildId = channel.GuildId, ChannelId = channel.Id, Subject = channel };

    private static WorldEvent OfRole(string name, ulong guildId, Role role) =>
        new(name, (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guildId);
            json.WritePropertyName("role");
            RoleJson.Write(json, role);
            json.WriteEndObject();
        })
        { GuildId = guildId, Subject = role };
}
