using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>Log messages about mod logs: 10750 and on.</summary>
internal static partial class ModLogLog
{
    [LoggerMessage(10750, LogLevel.Warning, "It cannot be read which mod logs are behind; tried again in {Wait}.")]
    public static partial void NotRead(ILogger logger, Exception error, TimeSpan wait);

    [LoggerMessage(10751, LogLevel.Warning, "The mod log of guild {Guild} could not be brought up to date; tried again in {Wait}.")]
    public static partial void NotPosted(ILogger logger, Exception error, Snowflake guild, TimeSpan wait);

    [LoggerMessage(10752, LogLevel.Information, "The bot may not write in the mod log of guild {Guild}; tried again in {Wait}.")]
    public static partial void NotAllowed(ILogger logger, Snowflake guild, TimeSpan wait);

    [LoggerMessage(10753, LogLevel.Information, "The message of case {Number} of guild {Guild} in the mod log stays as it is.")]
    public static partial void Dropped(ILogger logger, Exception error, Snowflake guild, long number);

    [LoggerMessage(10754, LogLevel.Information, "The channel of the mod log of guild {Guild} was deleted; the mod log is off.")]
    public static partial void ChannelGone(ILogger logger, Snowflake guild);

    [LoggerMessage(10755, LogLevel.Information, "Nobody in guild {Guild} could be told that the mod log is off.")]
    public static partial void NotTold(ILogger logger, Exception error, Snowflake guild);
}
