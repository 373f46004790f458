using Microsoft.Extensions.Logging;

namespace Vexera.Core.Dispatch;

/// <summary>Log messages of Dispatch: 4000 and on.</summary>
internal static partial class DispatchLog
{
    [LoggerMessage(4000, LogLevel.Error, "{Handler} failed ({HeldBack} more failures since this was last said)")]
    public static partial void Threw(ILogger logger, string handler, long heldBack, Exception failure);

    [LoggerMessage(4001, LogLevel.Warning, "{Handler} ran past its deadline and ended after {Elapsed} ({HeldBack} more failures since this was last said)")]
    public static partial void Late(ILogger logger, string handler, TimeSpan elapsed, long heldBack);

    [LoggerMessage(4002, LogLevel.Error, "{Handler} does not stop and is left behind after {Elapsed}")]
    public static partial void Abandoned(ILogger logger, string handler, TimeSpan elapsed);

    [LoggerMessage(4003, LogLevel.Warning, "Handlers are behind: {Events} events wait, reading from Discord pauses until there is room")]
    public static partial void Full(ILogger logger, long events);

    [LoggerMessage(4004, LogLevel.Warning, "At the stop {Dropped} events were not yet handled, and {Running} handlers had not ended")]
    public static partial void NotDrained(ILogger logger, int dropped, long running);

    [LoggerMessage(4005, LogLevel.Error, "A {Event} could not be handed on")]
    public static partial void Failed(ILogger logger, string @event, Exception failure);
}
