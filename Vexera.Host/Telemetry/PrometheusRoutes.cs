using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using Vexera.Host.Dashboard;

namespace Vexera.Host.Telemetry;

/// <summary>Serves the meters at <c>/metrics</c>, if configured. They are collected when they are fetched, and only then.</summary>
internal sealed class PrometheusRoutes : IDashboardRoutes, IDisposable
{
    /// <summary>Where.</summary>
    public const string Path = "/metrics";

    private readonly MeterProvider? _meters;

    /// <param name="options">Whether it is configured.</param>
    public PrometheusRoutes(IOptions<PrometheusOptions> options)
    {
        // Made with the host, it hears everything from the start; and where it is off nothing is made.
        if (options.Value.Enabled)
            _meters = Begin();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        if (_meters is not null)
            MapMeters(routes, _meters);
    }

    /// <inheritdoc/>
    public void Dispose() => _meters?.Dispose();

    private static MeterProvider Begin() => MeterProviders.Begin().AddPrometheusExporter().Build();

    private static void MapMeters(IEndpointRouteBuilder routes, MeterProvider meters) =>
        routes.MapPrometheusScrapingEndpoint(Path, meters, configureBranchedPipeline: null, optionsName: null);
}
