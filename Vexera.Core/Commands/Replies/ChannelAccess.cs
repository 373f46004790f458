using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Replies;

/// <summary>What the bot may do in a channel.</summary>
internal static class ChannelAccess
{
    /// <summary>The bot's permissions in a channel; everything where that cannot be known, so that Discord decides.</summary>
    /// <param name="guild">The guild; null in direct messages.</param>
    /// <param name="bot">The bot's account; null while it is not known.</param>
    /// <param name="channelId">The channel or thread.</param>
    /// <param name="now">For the bot's own timeout.</param>
    public static Permission OfBot(GuildState? guild, User? bot, Snowflake channelId, DateTimeOffset now) =>
        bot is not null && guild?.Self is { } self && guild.Channels.ContainsKey(channelId)
            ? guild.PermissionsIn(bot.Id, self, channelId, now)
            : PermissionCalculator.All;

    /// <summary>What writing in a channel takes.</summary>
    public static Permission Writing(GuildState? guild, Snowflake channelId)
    {
        var isThread = guild is not null && guild.Channels.TryGetValue(channelId, out var channel)
            && channel.Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
        return Permission.ViewChannel | (isThread ? Permission.SendMessagesInThreads : Permission.SendMessages);
    }
}
