namespace Vexera.Host.Telemetry;

/// <summary>Log messages of the exporters: 10150 and on.</summary>
internal static partial class TelemetryLog
{
    [LoggerMessage(10150, LogLevel.Warning, "The collector at {Endpoint} gets no meters: {Reason} ({HeldBack} more failures since this was last said). The bot goes on.")]
    public static partial void NotSent(ILogger logger, string? endpoint, string reason, long heldBack);
}
