using Microsoft.Extensions.DependencyInjection;

namespace Vexera.Core.Telemetry;

/// <summary>Puts the instruments into the services.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Registers <see cref="VexeraMetrics"/> and what makes its meter.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services) =>
        services.AddMetrics().AddSingleton<VexeraMetrics>();
}
