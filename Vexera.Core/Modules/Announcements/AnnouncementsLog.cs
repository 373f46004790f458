using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Announcements;

/// <summary>Log messages of the announcements: 10500 and on.</summary>
internal static partial class AnnouncementsLog
{
    [LoggerMessage(10500, LogLevel.Information, "Announcement {Number} is posted in channel {Channel} as message {Message}.")]
    public static partial void Posted(ILogger logger, long number, Snowflake channel, Snowflake message);

    [LoggerMessage(10501, LogLevel.Information, "Announcement {Number} is published to the servers that follow.")]
    public static partial void Published(ILogger logger, long number);

    [LoggerMessage(10502, LogLevel.Warning, "Announcement {Number} is not sent ({Problem}); it is tried again.")]
    public static partial void StepFailed(ILogger logger, Exception error, long number, AnnouncementProblem problem);

    [LoggerMessage(10503, LogLevel.Error, "Announcement {Number} is given up: {Problem}. {Detail}")]
    public static partial void GivenUp(ILogger logger, long number, AnnouncementProblem problem, string? detail);

    [LoggerMessage(10504, LogLevel.Warning, "The announcements that wait cannot be read or written; next attempt in {Delay}.")]
    public static partial void NotRead(ILogger logger, Exception error, TimeSpan delay);

    [LoggerMessage(10505, LogLevel.Warning, "The mark of an incident could not be set.")]
    public static partial void NotMarked(ILogger logger, Exception error);

    [LoggerMessage(10506, LogLevel.Error, "Announcement {Number} could not be looked after; it is tried again.")]
    public static partial void Unexpected(ILogger logger, Exception error, long number);
}
