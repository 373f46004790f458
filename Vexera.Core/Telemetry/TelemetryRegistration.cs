using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Core.Telemetry;

/// <summary>Puts the instruments into the services.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Registers <see cref="VexeraMetrics"/> and what makes its meter, <see cref="IMeterValues"/>, <see cref="IEventRate"/>, <see cref="IDiscordClock"/> and <see cref="Uptime"/>.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<VexeraMetrics>()
        .AddSingleton<MeterValues>()
        .AddSingleton<IMeterValues>(provider => provider.GetRequiredService<MeterValues>())
        .AddHostedService(provider => provider.GetRequiredService<MeterValues>())
        .AddSingleton<IEventRate, EventRate>()
        .AddSingleton<DiscordClock>()
        .AddSingleton<IDiscordClock>(provider => provider.GetRequiredService<DiscordClock>())
        .AddHostedService<ProcessMeters>()
        .AddHostedService<SchedulerLag>()
        .AddSingleton<Uptime>()
        .AddHostedService(provider => provider.GetRequiredService<Uptime>());
}
