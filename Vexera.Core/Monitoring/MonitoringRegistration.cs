using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring;

/// <summary>Registers what watches the process.</summary>
internal static class MonitoringRegistration
{
    /// <summary>
    /// Adds <see cref="ISampleHistory"/>, <see cref="IAlertBoard"/> and <see cref="IMarks"/>, and what fills them. Needs Storage,
    /// State, Dispatch, Telemetry, the fleet's status, a TimeProvider and logging.
    /// </summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddSettings<AlertOptions>(AlertOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>());
        services.TryAddSingleton<IProcessFigures, ProcessFigures>();
        services.TryAddSingleton<DiskFigures>();
        services.TryAddSingleton<SampleSources>();
        services.TryAddSingleton<SampleHistory>();
        services.TryAddSingleton<ISampleHistory>(provider => provider.GetRequiredService<SampleHistory>());
        services.TryAddSingleton<HistoryStore>();
        services.TryAddSingleton<MarkStore>();
        services.TryAddSingleton<Marks>();
        services.TryAddSingleton<IMarks>(provider => provider.GetRequiredService<Marks>());
        services.TryAddSingleton<AlertBoard>();
        services.TryAddSingleton<IAlertBoard>(provider => provider.GetRequiredService<AlertBoard>());
        services.TryAddSingleton<AlertStore>();
        services.TryAddSingleton<AlertWatch>();
        services.TryAddSingleton<LaterWrites>();

        // Stopped in reverse order: the last sample is taken, then the last minute written.
        services.AddHostedService(provider => provider.GetRequiredService<LaterWrites>());
        services.AddHostedService<Monitor>();
        services.AddHostedService<Sampler>();
        return services;
    }
}
