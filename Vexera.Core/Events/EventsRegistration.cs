using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Vexera.Core.Events;

/// <summary>Registers the room of typed events.</summary>
internal static class EventsRegistration
{
    /// <summary>Adds the catalog of events. Needs a TimeProvider, metrics and logging.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.TryAddSingleton(EventCatalog.Discord);
        services.TryAddSingleton<MalformedEvents>();
        return services;
    }
}
