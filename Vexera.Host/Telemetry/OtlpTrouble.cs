using Microsoft.Extensions.Options;
using Vexera.Core.Telemetry;

namespace Vexera.Host.Telemetry;

/// <summary>Counts how sending by OTLP goes, and says once a minute that it does not.</summary>
internal sealed class OtlpTrouble(IOptions<OtlpOptions> options, VexeraMetrics metrics, TimeProvider time, ILogger<OtlpTrouble> logger)
{
    private static readonly KeyValuePair<string, object?> Sink = new("sink", "otlp");
    private readonly LogPace _pace = new(TimeSpan.FromMinutes(1), time);

    /// <summary>A request was taken.</summary>
    public void Sent() => metrics.TelemetrySent.Add(1, Sink);

    /// <summary>Something went wrong.</summary>
    /// <param name="reason">A word for the meter.</param>
    /// <param name="detail">For people.</param>
    public void Tell(string reason, string detail)
    {
        metrics.TelemetryFailures.Add(1, Sink, new KeyValuePair<string, object?>("reason", reason));
        if (_pace.TryTell(out var heldBack))
            TelemetryLog.NotSent(logger, options.Value.Endpoint, detail, heldBack);
    }
}
