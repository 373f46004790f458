using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;

namespace Vexera.Core.State.Updates;

/// <summary>What thread events make of a guild's state, which knows active threads only.</summary>
internal static class ThreadUpdates
{
    /// <summary>Whether a channel is a thread.</summary>
    public static bool IsThread(Channel channel) =>
        channel.Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;

    /// <summary>THREAD_CREATE and THREAD_UPDATE: an archived thread is no longer active.</summary>
    public static GuildState Put(GuildState before, Channel thread) => before with
    {
        Channels = thread.ThreadMetadata is { Archived: true }
            ? before.Channels.Remove(thread.Id)
            : before.Channels.SetItem(thread.Id, ChannelUpdates.Stored(thread)),
    };

    /// <summary>THREAD_DELETE.</summary>
    public static GuildState Remove(GuildState before, ThreadDeleteEvent deleted) => before with
    {
        Channels = before.Channels.Remove(deleted.Id),
    };

    /// <summary>THREAD_LIST_SYNC: replaces the active threads of some channels, or of all.</summary>
    public static GuildState Sync(GuildState before, ThreadListSyncEvent sync)
    {
        var kept = before.Channels.Values.Where(channel => !(IsThread(channel) && Covers(sync, channel)));
        var channels = kept.Concat(sync.Threads.Select(ChannelUpdates.Stored));
        return before with { Channels = SnowflakeMap<Channel>.From(channels, static channel => channel.Id) };
    }

    private static bool Covers(ThreadListSyncEvent sync, Channel thread) =>
        sync.ChannelIds is null || (thread.ParentId is { } parent && sync.ChannelIds.Contains(parent));
}
