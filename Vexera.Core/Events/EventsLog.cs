using Microsoft.Extensions.Logging;

namespace Vexera.Core.Events;

/// <summary>Log messages of Events: 3000 and on.</summary>
internal static partial class EventsLog
{
    [LoggerMessage(3000, LogLevel.Warning, "A {Event} could not be read and is skipped: {Reason} ({HeldBack} more since this was last said)")]
    public static partial void Malformed(ILogger logger, string @event, string reason, long heldBack);
}
