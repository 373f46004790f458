namespace Vexera.Host.Logging;

/// <summary>Log messages about the log.</summary>
internal static partial class LoggingLog
{
    [LoggerMessage(EventId = 9020, Message = "{Count:N0} more like this (event {Event}): {Wording}")]
    public static partial void MoreLikeThis(ILogger logger, LogLevel level, long count, int @event, string wording);
}
