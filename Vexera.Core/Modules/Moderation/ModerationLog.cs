using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;

namespace Vexera.Core.Modules.Moderation;

/// <summary>Log messages of the moderation. No names and no reasons of people.</summary>
internal static partial class ModerationLog
{
    [LoggerMessage(10700, LogLevel.Debug, "User {User} of guild {Guild} could not be told by direct message.")]
    public static partial void NotTold(ILogger logger, Exception error, Snowflake guild, Snowflake user);

    [LoggerMessage(10701, LogLevel.Warning, "A direct message in channel {Channel} could not be taken back, though what it says was not done.")]
    public static partial void NotTakenBack(ILogger logger, Exception error, Snowflake channel);

    [LoggerMessage(10702, LogLevel.Information, "{Type} in guild {Guild} was refused; nothing was done.")]
    public static partial void Refused(ILogger logger, Exception error, CaseType type, Snowflake guild);

    [LoggerMessage(10703, LogLevel.Warning, "{Type} in guild {Guild}: Discord did not say whether it did it; the bot looks.")]
    public static partial void Unsure(ILogger logger, Exception error, CaseType type, Snowflake guild);

    [LoggerMessage(10704, LogLevel.Warning, "{Type} in guild {Guild} could not be written down; the bot does so when the database takes it.")]
    public static partial void NotWritten(ILogger logger, Exception error, CaseType type, Snowflake guild);

    [LoggerMessage(10705, LogLevel.Warning, "{Type} in guild {Guild}: it cannot be seen whether Discord did it; the bot looks again.")]
    public static partial void NotSeen(ILogger logger, Exception error, CaseType type, Snowflake guild);

    [LoggerMessage(10706, LogLevel.Information, "{Type} in guild {Guild}: the bot was cut off, and Discord has done it; it is a case now.")]
    public static partial void FoundDone(ILogger logger, CaseType type, Snowflake guild);

    [LoggerMessage(10707, LogLevel.Information, "{Type} in guild {Guild}: the bot was cut off, and Discord has not done it; it is dropped.")]
    public static partial void FoundUndone(ILogger logger, CaseType type, Snowflake guild);

    [LoggerMessage(10708, LogLevel.Warning, "The {Kind} of case {Number} in guild {Guild} could not be ended or renewed; it is tried again.")]
    public static partial void NotEnded(ILogger logger, Exception error, PunishmentKind kind, long number, Snowflake guild);

    [LoggerMessage(10709, LogLevel.Warning, "A mute in guild {Guild} could not be set again for a member who came back; it is tried again.")]
    public static partial void NotReapplied(ILogger logger, Exception error, Snowflake guild);

    [LoggerMessage(10710, LogLevel.Warning, "{Count} messages of channel {Channel} could not be deleted.")]
    public static partial void NotCleaned(ILogger logger, Exception error, int count, Snowflake channel);
}
