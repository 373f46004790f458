using Microsoft.Extensions.Logging;

namespace Vexera.Core.Net;

/// <summary>Log messages of Net: 7000 and on.</summary>
internal static partial class NetLog
{
    [LoggerMessage(7000, LogLevel.Warning, "The resolver has no address for {Host}: {Reason}. Asking again in {RetryAfter}.")]
    public static partial void Unresolved(ILogger logger, string host, string reason, TimeSpan retryAfter);

    [LoggerMessage(7001, LogLevel.Warning, "The resolver failed for {Host}: {Reason}. Going on with the addresses learned {Age} ago.")]
    public static partial void ServingStale(ILogger logger, string host, string reason, TimeSpan age);
}
