using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>Log messages about Discord's audit log: 10770 and on.</summary>
internal static partial class AuditLogLog
{
    [LoggerMessage(10770, LogLevel.Warning, "What somebody did in Discord's own menus in guild {Guild} could not be made a case yet; it is looked up later.")]
    public static partial void NotMerged(ILogger logger, Exception error, Snowflake guild);

    [LoggerMessage(10771, LogLevel.Warning, "What was missed in guild {Guild} could not be looked up; it is tried again in {Wait}.")]
    public static partial void NotCaughtUp(ILogger logger, Exception error, Snowflake guild, TimeSpan wait);

    [LoggerMessage(10772, LogLevel.Warning, "What was missed in guild {Guild} cannot be looked up.")]
    public static partial void GivenUp(ILogger logger, Exception error, Snowflake guild);

    [LoggerMessage(10773, LogLevel.Warning, "More than {Most} entries of one kind were missed in guild {Guild}; the newest of them are no cases.")]
    public static partial void TooMany(ILogger logger, int most, Snowflake guild);
}
