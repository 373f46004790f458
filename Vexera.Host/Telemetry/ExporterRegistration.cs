using Vexera.Core;
using Vexera.Host.Dashboard;

namespace Vexera.Host.Telemetry;

/// <summary>Registers the exporters of OpenTelemetry, which rest unless configured.</summary>
internal static class ExporterRegistration
{
    /// <summary>Adds Prometheus on the dashboard's server, and OTLP.</summary>
    public static IServiceCollection AddExporters(this IServiceCollection services)
    {
        services.AddSettings<PrometheusOptions>(PrometheusOptions.Section);
        services.AddSettings<OtlpOptions>(OtlpOptions.Section);
        return services
            .AddSingleton<IDashboardRoutes, PrometheusRoutes>()
            .AddSingleton<OtlpTrouble>()
            .AddHostedService<OtlpSender>();
    }
}
