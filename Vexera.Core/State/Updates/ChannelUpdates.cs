using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State.Updates;

/// <summary>What channel events make of a guild's state.</summary>
internal static class ChannelUpdates
{
    /// <summary>CHANNEL_CREATE and CHANNEL_UPDATE.</summary>
    public static GuildState Put(GuildState before, Channel channel) => before with
    {
        Channels = before.Channels.SetItem(channel.Id, Stored(channel)),
    };

    /// <summary>CHANNEL_DELETE: the channel and its threads; Discord does not announce the threads.</summary>
    public static GuildState Remove(GuildState before, Channel channel) => before with
    {
        Channels = before.Channels.Where((id, other) => id != channel.Id && !(ThreadUpdates.IsThread(other) && other.ParentId == channel.Id)),
    };

    /// <summary>The channel as state keeps it: without the guild, which GUILD_CREATE leaves out too.</summary>
    public static Channel Stored(Channel channel) => channel.GuildId is null ? channel : channel with { GuildId = null };
}
