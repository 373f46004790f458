using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Fleet.Resharding;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway;

/// <summary>Registers the gateway.</summary>
internal static class GatewayRegistration
{
    /// <summary>
    /// Adds the fleet of shards as a hosted service. Needs Net, a TimeProvider, metrics, a <see cref="Discord.BotToken"/>, an
    /// <see cref="IGatewayBotSource"/>, an <see cref="IIdentifyLedger"/>, an <see cref="IDispatchSink"/> and an
    /// <see cref="IFleetMergeFactory"/>; with an <see cref="ISessionStore"/> it goes on with the sessions of before. The host awaits
    /// <see cref="FleetFailure.Raised"/>.
    /// </summary>
    public static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.AddSettings<GatewayOptions>(GatewayOptions.Section);
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsRules>();
        services.TryAddSingleton<IGatewayConnector, WebSocketConnector>();
        services.TryAddSingleton<ISessionBudget, SessionBudget>();
        services.TryAddSingleton<IIdentifyGate, IdentifyGate>();
        services.TryAddSingleton<ISessionStore, NoSessions>();
        services.TryAddSingleton<BadFrames>();
        services.TryAddSingleton<FleetFailure>();
        services.TryAddSingleton<FreshLimits>();
        services.TryAddSingleton<FleetFactory>();
        services.TryAddSingleton<ServingFleet>();
        services.TryAddSingleton(provider => new ReshardTiming(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<FleetSupervisor>();
        services.TryAddSingleton<Resharder>();
        services.TryAddSingleton<IFleetStatus>(provider => provider.GetRequiredService<FleetSupervisor>());
        services.TryAddSingleton<IFleetControl>(provider => provider.GetRequiredService<FleetSupervisor>());
        services.TryAddSingleton<IReshardControl>(provider => provider.GetRequiredService<Resharder>());

        // Stopped in reverse order: a reshard is given up before the fleet stops.
        services.AddHostedService(provider => provider.GetRequiredService<FleetSupervisor>());
        services.AddHostedService(provider => provider.GetRequiredService<Resharder>());
        services.AddHostedService<RecommendationWatch>();
        services.AddHostedService<FleetMeters>();
        return services;
    }
}
