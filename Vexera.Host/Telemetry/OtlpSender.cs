using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using Vexera.Core.Net;

namespace Vexera.Host.Telemetry;

/// <summary>
/// Sends the meters by OTLP, if configured: on a thread of the exporter's own, over connections that Net makes. Nobody waits for
/// it, at the start or at the stop.
/// </summary>
/// <param name="options">Where to.</param>
/// <param name="handlers">Makes connections.</param>
/// <param name="trouble">Hears what goes wrong.</param>
/// <param name="time">The clock.</param>
internal sealed class OtlpSender(IOptions<OtlpOptions> options, HandlerFactory handlers, OtlpTrouble trouble, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.Endpoint))
            return;
        MeterProvider meters;
        try
        {
            meters = Begin(options.Value);
        }
        catch (Exception failure)
        {
            trouble.Tell("failed", failure.Message);
            return;
        }

        await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Sends a last time, as far as that is quick; what is left of it ends with the process.
        await Task.WhenAny(Task.Run(() => End(meters), CancellationToken.None), Task.Delay(Farewell, time, CancellationToken.None));
    }

    private static void End(MeterProvider meters)
    {
        meters.Shutdown((int)Farewell.TotalMilliseconds);
        meters.Dispose();
    }

    private MeterProvider Begin(OtlpOptions settings)
    {
        var exporter = new OtlpMetricExporter(new OtlpExporterOptions
        {
            Endpoint = new Uri(settings.Endpoint!),
            Protocol = OtlpExportProtocol.HttpProtobuf,
            Headers = settings.Headers?.Reveal(),
            TimeoutMilliseconds = (int)Timeout.TotalMilliseconds,
            HttpClientFactory = () => new HttpClient(new OtlpHandler(handlers.Create(), trouble)) { Timeout = Timeout },
        });
        return MeterProviders.Begin()
            .AddReader(new PeriodicExportingMetricReader(exporter, (int)settings.Interval.TotalMilliseconds, (int)Timeout.TotalMilliseconds))
            .Build();
    }
}
