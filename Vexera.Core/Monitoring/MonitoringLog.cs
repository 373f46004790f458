using Microsoft.Extensions.Logging;

namespace Vexera.Core.Monitoring;

/// <summary>Log messages of what watches the process: 10000 and on.</summary>
internal static partial class MonitoringLog
{
    [LoggerMessage(10000, LogLevel.Error, "No sample could be taken; {More} more failed in the same way since the last line.")]
    public static partial void NotSampled(ILogger logger, Exception failure, long more);

    [LoggerMessage(10001, LogLevel.Error, "Somebody who listens to samples or alerts failed; {More} more failures since the last line.")]
    public static partial void ListenerFailed(ILogger logger, Exception failure, long more);

    [LoggerMessage(10002, LogLevel.Warning, "The samples, marks and alerts of earlier could not be read: {Reason}. The bot goes on without them.")]
    public static partial void NotRestored(ILogger logger, string reason);

    [LoggerMessage(10003, LogLevel.Warning, "Samples, marks or alerts could not be written: {Reason}. What is shown is not affected; {More} more failed since the last line.")]
    public static partial void NotWritten(ILogger logger, string reason, long more);

    [LoggerMessage(10010, LogLevel.Warning, "Alert {Rule} ({Severity}): {Text}")]
    public static partial void Fired(ILogger logger, string rule, Alerts.AlertSeverity severity, string text);

    [LoggerMessage(10011, LogLevel.Information, "Alert {Rule} is over after {Lasted}; at worst: {Text}")]
    public static partial void Resolved(ILogger logger, string rule, TimeSpan lasted, string text);
}
