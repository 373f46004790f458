using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vexera.Core.Commands;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Modules;
using Vexera.Core.Monitoring;
using Vexera.Core.Monitoring.Statsd;
using Vexera.Core.Net;
using Vexera.Core.Rest;
using Vexera.Core.Scheduling;
using Vexera.Core.State;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core;

/// <summary>Puts the rooms of the house together.</summary>
public static class VexeraRegistration
{
    /// <summary>
    /// Registers the whole bot. It starts with the host; the host brings configuration and logging. Hosted services stop in
    /// reverse order: shards stop reading, what they have read is handled, commands and modules end, State is committed.
    /// </summary>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddVexera(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<DiscordOptions>(DiscordOptions.Section);
        return services
            .AddTelemetry()
            .AddStorage()
            .AddNet()
            .AddDiscordRest()
            .AddEvents()
            .AddState()
            .AddDurableState()
            .AddSingleton<IGuildStateSource, RestGuildStateSource>()
            .AddSingleton<IGatewayBotSource, RestGatewayBotSource>()
            .AddSingleton<IIdentifyLedger, DatabaseIdentifyLedger>()
            .AddSingleton<ISessionStore, StateSessionStore>()
            .AddScheduling()
            .AddCommands()
            .AddMonitoring()
            .AddStatsd()
            .AddModules()
            .AddDispatch()
            .AddGateway();
    }
}
