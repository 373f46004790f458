using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vexera.Core.Dispatch.Merging;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet.Resharding;

namespace Vexera.Core.Dispatch;

/// <summary>Registers the room between events and handlers, and handlers into it.</summary>
internal static class DispatchRegistration
{
    /// <summary>
    /// Adds the pipeline that shards feed. Needs Events, State, metrics, a TimeProvider and logging. Register it before the
    /// gateway: hosted services stop in reverse order, and shards must stop reading before what they read is drained.
    /// </summary>
    public static IServiceCollection AddDispatch(this IServiceCollection services)
    {
        services.AddSettings<DispatchOptions>(DispatchOptions.Section);
        services.TryAddSingleton<EventRoutes>();
        services.TryAddSingleton<Dispatcher>();
        services.TryAddSingleton<IDispatchSink, EventPipeline>();
        services.TryAddSingleton<IFleetMergeFactory, MergingSinkFactory>();
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
        return services;
    }

    /// <summary>Adds a handler. One class may handle several kinds of event; it is made once.</summary>
    /// <typeparam name="TEvent">The kind of event.</typeparam>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="module">The module it belongs to, for metrics.</param>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services, string module)
        where TEvent : class
        where THandler : class, IEventHandler<TEvent>
    {
        services.TryAddSingleton<THandler>();
        return services
            .AddSingleton<IEventHandler<TEvent>>(provider => provider.GetRequiredService<THandler>())
            .AddSingleton<HandlerRegistration>(new HandlerRegistration<TEvent, THandler>(module));
    }
}
