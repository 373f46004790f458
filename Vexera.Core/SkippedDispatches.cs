using Vexera.Core.Gateway;
using Vexera.Core.Telemetry;

namespace Vexera.Core;

/// <summary>Counts dispatches as received and skipped: what holds while no room takes them.</summary>
/// <param name="metrics">The instruments.</param>
internal sealed class SkippedDispatches(VexeraMetrics metrics) : IDispatchSink
{
    /// <inheritdoc/>
    public ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken)
    {
        metrics.EventsReceived.Add(1);
        metrics.EventsSkipped.Add(1);
        return ValueTask.CompletedTask;
    }
}
