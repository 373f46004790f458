using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/events/gateway-events#guild-create"/></summary>
internal static class GuildCreateJson
{
    private const int LargeThreshold = 250;
    private const int MostMembersWithPresences = 1000;

    /// <summary>Without the presence intent a viewer gets only itself and members in voice.</summary>
    public static void Write(Utf8JsonWriter json, Guild guild, Viewer viewer)
    {
        json.WriteStartObject();
        GuildJson.WriteFields(json, guild);
        if (guild.Members.TryGetValue(viewer.UserId, out var self))
        {
            json.WriteTime("joined_at", self.JoinedAt);
        }

        json.WriteBoolean("large", guild.MemberCount > LargeThreshold);
        json.WriteBoolean("unavailable", false);
        json.WriteNumber("member_count", guild.MemberCount);
        json.WriteArray("voice_states", guild.VoiceStates.Values, VoiceStateJson.WriteInGuild);
        json.WriteArray("members", Members(guild, viewer), MemberJson.Write);
        json.WriteArray("channels", guild.ChannelsInOrder, ChannelJson.WriteInGuild);
        json.WriteArray("threads", guild.Threads.Where(thread => !thread.Thread!.Archived), ChannelJson.Write);
        json.WriteEmptyArray("presences");
        json.WriteEmptyArray("stage_instances");
        json.WriteEmptyArray("guild_scheduled_events");
        json.WriteEmptyArray("soundboard_sounds");
        json.WriteEndObject();
    }

    public static void WriteUnavailable(Utf8JsonWriter json, ulong guildId)
    {
        json.WriteStartObject();
        json.WriteId("id", guildId);
        json.WriteBoolean("unavailable", true);
        json.WriteEndObject();
    }

    private static IEnumerable<Member> Members(Guild guild, Viewer viewer) =>
        viewer.Presences && guild.MemberCount <= MostMembersWithPresences
            ? guild.Members.Values.OrderBy(member => member.User.Id)
            : guild.Members.Values.Where(member => member.User.Id == viewer.UserId || guild.VoiceStates.ContainsKey(member.User.Id));
}

/// <summary><see href="https://discord.com/developers/docs/resources/voice#voice-state-object"/></summary>
internal static class VoiceStateJson
{
    public static void WriteInGuild(Utf8JsonWriter json, VoiceState state)
    {
        json.WriteStartObject();
        WriteFields(json, state, state.ChannelId);
        json.WriteEndObject();
    }

    /// <summary>A null channel tells that the user left.</summary>
    public static void WriteFields(Utf8JsonWriter json, VoiceState state, ulong? channelId)
    {
        json.WriteId("channel_id", channelId);
        json.WriteId("user_id", state.UserId);
        json.WriteString("session_id", state.SessionId);
        json.WriteBoolean("deaf", state.Deaf);
        json.WriteBoolean("mute", state.Mute);
        json.WriteBoolean("self_deaf", state.SelfDeaf);
        json.WriteBoolean("self_mute", state.SelfMute);
        json.WriteBoolean("self_stream", false);
        json.WriteBoolean("self_video", false);
        json.WriteBoolean("suppress", false);
        json.WriteNull("request_to_speak_timestamp");
    }
}
