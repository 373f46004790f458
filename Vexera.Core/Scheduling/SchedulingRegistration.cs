using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vexera.Core.Net;

namespace Vexera.Core.Scheduling;

/// <summary>Registers the room of due work, and handlers into it.</summary>
internal static class SchedulingRegistration
{
    /// <summary>
    /// Adds the schedule and the engine. Needs Storage, Telemetry, logging and the switches of modules. Register it after the
    /// database and before what handlers need of hosted services: those stop in reverse order.
    /// </summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSettings<SchedulingOptions>(SchedulingOptions.Section);
        services.TryAddSingleton<IJitter, SystemJitter>();
        services.TryAddSingleton<DueWorkStore>();
        services.TryAddSingleton<DueWorkSignal>();
        services.TryAddSingleton<PendingWork>();
        services.TryAddSingleton<ISchedule, Schedule>();
        services.TryAddSingleton<DueWorkKinds>();
        services.TryAddSingleton<Backoff>();
        services.TryAddSingleton<DueWorkRunner>();
        services.TryAddSingleton<DueWorkEngine>();
        services.AddHostedService(provider => provider.GetRequiredService<PendingWork>());
        services.AddHostedService(provider => provider.GetRequiredService<DueWorkEngine>());
        return services;
    }

    /// <summary>Adds a handler; it is made once. While its module is off its work waits.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="module">The module it belongs to.</param>
    public static IServiceCollection AddDueWork<THandler>(this IServiceCollection services, string module)
        where THandler : class, IDueWorkHandler
    {
        services.TryAddSingleton<THandler>();
        return services.AddSingleton(new DueWorkRegistration(module, provider => provider.GetRequiredService<THandler>()));
    }
}
