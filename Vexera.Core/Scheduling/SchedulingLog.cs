using Microsoft.Extensions.Logging;

namespace Vexera.Core.Scheduling;

/// <summary>Log messages of Scheduling: 10600 and on.</summary>
internal static partial class SchedulingLog
{
    [LoggerMessage(10600, LogLevel.Warning, "Due work {Kind} {Key} failed at attempt {Attempt} and is tried again at {Next} ({HeldBack} more failures since this was last said)")]
    public static partial void Failed(ILogger logger, Exception? failure, string kind, string key, int attempt, DateTimeOffset next, long heldBack);

    [LoggerMessage(10601, LogLevel.Error, "Due work {Kind} {Key} does not stop and is left behind after {Elapsed}; it is tried again when it has ended")]
    public static partial void Abandoned(ILogger logger, string kind, string key, TimeSpan elapsed);

    [LoggerMessage(10602, LogLevel.Error, "Due work {Kind} {Key} is given up at attempt {Attempt}: {Reason}")]
    public static partial void GivenUp(ILogger logger, string kind, string key, int attempt, string reason);

    [LoggerMessage(10603, LogLevel.Warning, "What is due cannot be read or written; next attempt in {Delay}")]
    public static partial void Trouble(ILogger logger, Exception failure, TimeSpan delay);

    [LoggerMessage(10604, LogLevel.Warning, "Work of kind {Kind} waits in the database, but nothing here does such work; it waits on")]
    public static partial void Unknown(ILogger logger, string kind);

    [LoggerMessage(10605, LogLevel.Warning, "At the stop the end of {Count} attempts could not be written; that work is done again after the next start")]
    public static partial void NotWritten(ILogger logger, Exception failure, int count);
}
