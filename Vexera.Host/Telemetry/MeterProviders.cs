using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Vexera.Core.Telemetry;

namespace Vexera.Host.Telemetry;

/// <summary>Begins what OpenTelemetry needs to know of the meters.</summary>
internal static class MeterProviders
{
    private const string Runtime = "System.Runtime";
    private const string Service = "vexera";

    /// <summary>A builder that hears the bot's meters and .NET's own; an exporter is to be added.</summary>
    public static MeterProviderBuilder Begin() => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(resource => resource.AddService(Service, serviceVersion: typeof(MeterProviders).Assembly.GetName().Version?.ToString(3)))
        .AddMeter(VexeraMetrics.MeterName, Runtime);
}
