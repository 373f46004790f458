using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring;

/// <summary>Registers what watches the process.</summary>
internal static class MonitoringRegistration
{
    /// <summary>Adds <see cref="ISampleHistory"/>, <see cref="IAlertBoard"/> and <see cref="IMarks"/>.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services) => services
        .AddSingleton<SampleHistory>()
        .AddSingleton<ISampleHistory>(provider => provider.GetRequiredService<SampleHistory>())
        .AddSingleton<AlertBoard>()
        .AddSingleton<IAlertBoard>(provider => provider.GetRequiredService<AlertBoard>())
        .AddSingleton<Marks>()
        .AddSingleton<IMarks>(provider => provider.GetRequiredService<Marks>());
}
