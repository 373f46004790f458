using System.Collections.Immutable;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Events;

/// <summary><see href="https://discord.com/developers/docs/events/gateway-events#thread-create"/></summary>
internal static class ThreadEvents
{
    public static WorldEvent Created(Channel thread) =>
        OfThread("THREAD_CREATE", thread, json =>
        {
            ChannelJson.WriteFields(json, thread);
            json.WriteBoolean("newly_created", true);
        });

    public static WorldEvent Updated(Channel thread) => OfThread("THREAD_UPDATE", thread, json => ChannelJson.WriteFields(json, thread));

    public static WorldEvent Deleted(Channel thread) =>
        OfThread("THREAD_DELETE", thread, json =>
        {
            json.WriteId("id", thread.Id);
            json.WriteId("guild_id", thread.GuildId);
            json.WriteId("parent_id", thread.ParentId);
            json.WriteNumber("type", (int)thread.Type);
        });

    public static WorldEvent MembersChanged(Channel thread, ImmutableArray<ulong> added, ImmutableArray<ulong> removed) =>
        OfThread("THREAD_MEMBERS_UPDATE", thread, json =>
        {
            json.WriteId("id", thread.Id);
            json.WriteId("guild_id", thread.GuildId);
            json.WriteNumber("member_count", Math.Min(thread.Thread!.Members.Count, 50));
            json.WriteArray("added_members", added, (writer, userId) => ThreadJson.WriteMember(writer, thread, userId));
            json.WriteIds("removed_member_ids", removed);
        });

    private static WorldEvent OfThread(string name, Channel thread, Action<System.Text.Json.Utf8JsonWriter> write) =>
        new(name, (json, _) =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        })
        { GuildId = thread.GuildId, ChannelId = thread.Id, Requires = Permission.ViewChannel, Subject = thread };
}
