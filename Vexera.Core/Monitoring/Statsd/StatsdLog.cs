using Microsoft.Extensions.Logging;

namespace Vexera.Core.Monitoring.Statsd;

/// <summary>Log messages of the StatsD sender: 10100 and on.</summary>
internal static partial class StatsdLog
{
    [LoggerMessage(10100, LogLevel.Information, "Meters go to StatsD at {Host}:{Port} every {Interval}")]
    public static partial void Begins(ILogger logger, string host, int port, TimeSpan interval);

    [LoggerMessage(10101, LogLevel.Warning, "StatsD at {Host}:{Port} gets nothing: {Reason} ({HeldBack} more failures since this was last said). The bot goes on; counts are lost at most.")]
    public static partial void Trouble(ILogger logger, string host, int port, string reason, long heldBack);
}
