using Microsoft.Extensions.Logging;

namespace Vexera.Core.Modules.Alerts;

/// <summary>Log messages of those who tell of alerts: 10200 and on. Places are named without secrets.</summary>
internal static partial class AlertsLog
{
    [LoggerMessage(10200, LogLevel.Warning, "Alerts cannot be told in {Place}: {Reason}. Next try in {Wait}; {More} more tries failed since the last line.")]
    public static partial void NotTold(ILogger logger, string place, string reason, TimeSpan wait, long more);

    [LoggerMessage(10201, LogLevel.Warning, "Which messages tell of alerts in {Place} could not be kept: {Reason}. After a restart their end may be told in a new message.")]
    public static partial void NotKept(ILogger logger, string place, string reason);

    [LoggerMessage(10202, LogLevel.Information, "{Count} alerts are told in {Place}.")]
    public static partial void Told(ILogger logger, int count, string place);
}
