using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Greeting;

/// <summary>Where to say thanks: the system channel, else the first text channel as people see them, that the bot may write in.</summary>
internal static class ThanksChannel
{
    private const Permission Writing = Permission.ViewChannel | Permission.SendMessages;

    /// <summary>The channel, or null when there is none.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="bot">The bot's account.</param>
    /// <param name="now">For the bot's own timeout.</param>
    public static Snowflake? Choose(GuildState guild, Snowflake bot, DateTimeOffset now)
    {
        if (guild.Self is not { } self)
            return guild.SystemChannelId;
        var channels = guild.Channels.Values
            .Where(channel => channel.Type == ChannelType.GuildText)
            .Where(channel => guild.PermissionsIn(bot, self, channel.Id, now).HasFlag(Writing))
            .OrderByDescending(channel => channel.Id == guild.SystemChannelId)
            .ThenBy(channel => CategoryPosition(guild, channel))
            .ThenBy(channel => channel.Position)
            .ThenBy(channel => channel.Id);
        return channels.FirstOrDefault()?.Id;
    }

    // Channels outside of categories stand above all categories.
    private static int CategoryPosition(GuildState guild, Channel channel) =>
        channel.ParentId is { } parent && guild.Channels.TryGetValue(parent, out var category) ? category.Position : -1;
}
