using System.Text.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Json;

/// <summary><see href="https://discord.com/developers/docs/resources/channel#thread-metadata-object"/></summary>
internal static class ThreadJson
{
    private const int MostMembersCounted = 50;

    /// <summary>What a thread has besides a channel's fields.</summary>
    public static void WriteFields(Utf8JsonWriter json, Channel channel, ThreadDetails thread)
    {
        json.WriteId("owner_id", thread.OwnerId);
        json.WriteNumber("message_count", thread.MessageCount);
        json.WriteNumber("total_message_sent", thread.TotalMessageSent);
        json.WriteNumber("member_count", Math.Min(thread.Members.Count, MostMembersCounted));
        json.WriteStartObject("thread_metadata");
        json.WriteBoolean("archived", thread.Archived);
        json.WriteNumber("auto_archive_duration", thread.AutoArchiveDuration);
        json.WriteTime("archive_timestamp", thread.ArchiveChangedAt);
        json.WriteBoolean("locked", thread.Locked);
        json.WriteTime("create_timestamp", thread.CreatedAt);
        if (channel.Type == ChannelType.PrivateThread)
        {
            json.WriteBoolean("invitable", thread.Invitable);
        }

        json.WriteEndObject();
    }

    public static void WriteMember(Utf8JsonWriter json, Channel channel, ulong userId)
    {
        json.WriteStartObject();
        WriteMemberFields(json, channel, userId);
        json.WriteEndObject();
    }

    public static void WriteMemberFields(Utf8JsonWriter json, Channel channel, ulong userId)
    {
        json.WriteId("id", channel.Id);
        json.WriteId("user_id", userId);
        json.WriteTime("join_timestamp", channel.Thread!.Members.GetValueOrDefault(userId));
        json.WriteNumber("flags", 0);
    }
}
