using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Events;

/// <summary><see href="https://discord.com/developers/docs/events/gateway-events#guild-member-add"/></summary>
internal static class MemberEvents
{
    public static WorldEvent Joined(ulong guildId, Member member) => OfMember("GUILD_MEMBER_ADD", guildId, member);

    public static WorldEvent Updated(ulong guildId, Member member) => OfMember("GUILD_MEMBER_UPDATE", guildId, member);

    public static WorldEvent Left(ulong guildId, Member member) => OfUser("GUILD_MEMBER_REMOVE", guildId, member.User, member);

    public static WorldEvent Banned(ulong guildId, User user) =>
        OfUser("GUILD_BAN_ADD", guildId, user, user) with { Requires = Permission.BanMembers };

    public static WorldEvent Unbanned(ulong guildId, User user) =>
        OfUser("GUILD_BAN_REMOVE", guildId, user, user) with { Requires = Permission.BanMembers };

    /// <summary>A null channel: the user left voice.</summary>
    public static WorldEvent VoiceChanged(Guild guild, VoiceState state, ulong? channelId) =>
        new("VOICE_STATE_UPDATE", (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guild.Id);
            VoiceStateJson.WriteFields(json, state, channelId);
            if (guild.Members.TryGetValue(state.UserId, out var member))
            {
                json.WritePropertyName("member");
                MemberJson.Write(json, member);
            }

            json.WriteEndObject();
        })
        { GuildId = guild.Id, ChannelId = channelId, UserId = state.UserId, Subject = state };

    public static WorldEvent Typing(Channel channel, User user, Member? member, DateTimeOffset now) =>
        new("TYPING_START", (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("channel_id", channel.Id);
            GuildEvents.WriteGuild(json, channel.GuildId);
            json.WriteId("user_id", user.Id);
            json.WriteNumber("timestamp", now.ToUnixTimeSeconds());
            if (member is not null)
            {
                json.WritePropertyName("member");
                MemberJson.Write(json, member);
            }

            json.WriteEndObject();
        })
        {
            GuildId = channel.GuildId,
            ChannelId = channel.Id,
            Requires = Permission.ViewChannel,
            UserId = user.Id,
            Recipients = channel.IsDm ? [.. channel.Recipients.Select(one => one.Id)] : null,
            Subject = user,
        };

    /// <summary>To the user itself.</summary>
    public static WorldEvent UserUpdated(User user) =>
        new("USER_UPDATE", (json, _) => UserJson.WriteSelf(json, user)) { Recipients = [user.Id], UserId = user.Id, Subject = user };

    private static WorldEvent OfMember(string name, ulong guildId, Member member) =>
        new(name, (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guildId);
            MemberJson.WriteFields(json, member);
            json.WriteEndObject();
        })
        { GuildId = guildId, UserId = member.User.Id, Subject = member };

    private static WorldEvent OfUser(string name, ulong guildId, User user, object subject) =>
        new(name, (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guildId);
            json.WritePropertyName("user");
            UserJson.Write(json, user);
            json.WriteEndObject();
        })
        { GuildId = guildId, UserId = user.Id, Subject = subject };
}
