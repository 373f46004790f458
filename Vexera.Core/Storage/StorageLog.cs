using Microsoft.Extensions.Logging;

namespace Vexera.Core.Storage;

/// <summary>Log messages of Storage: 6000 and on.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(6000, LogLevel.Information, "The database is {Place}, schema {Script}")]
    public static partial void Opened(ILogger logger, string place, string script);

    [LoggerMessage(6001, LogLevel.Critical,
        "The database {Path} is damaged ({Finding}). It was set aside, untouched, as {Aside}, and the bot begins with a new one: settings and records of before are not in it. To bring a backup back, stop the bot and run: vexera restore <backup file>")]
    public static partial void SetAside(ILogger logger, string path, string finding, string aside);

    [LoggerMessage(6002, LogLevel.Information, "The check of {Path} was not finished after {Limit} and goes on no longer; vexera doctor checks all of it")]
    public static partial void CheckCutShort(ILogger logger, string path, TimeSpan limit);

    [LoggerMessage(6010, LogLevel.Error, "Nothing can be written for now; what must be kept is held in memory and tried again. {Reason}")]
    public static partial void Failing(ILogger logger, string reason);

    [LoggerMessage(6011, LogLevel.Error, "Nothing could be written for {Elapsed}, {Failures} failures by now. {Reason}")]
    public static partial void StillFailing(ILogger logger, TimeSpan elapsed, long failures, string reason);

    [LoggerMessage(6012, LogLevel.Information, "The database takes what is written again, after {Elapsed} and {Failures} failures")]
    public static partial void Recovered(ILogger logger, TimeSpan elapsed, long failures);

    [LoggerMessage(6013, LogLevel.Information, "What was held in memory is written: {Count}")]
    public static partial void Caught(ILogger logger, int count);

    [LoggerMessage(6015, LogLevel.Error, "What was held in memory for {Key} cannot be written and is dropped")]
    public static partial void Refused(ILogger logger, Exception error, string key);

    [LoggerMessage(6014, LogLevel.Error, "{Count} settings and records that were held in memory are lost, for the bot stops while nothing can be written. {Reason}")]
    public static partial void Lost(ILogger logger, int count, string reason);
}
