using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Control.Routes;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.Traffic;

namespace Vexera.Sandbox.Control;

/// <summary>Routes under <c>/sandbox</c>, for tests and operators; Discord has none of them. docs/sandbox.md describes them.</summary>
internal static class ControlRoutes
{
    public static void AddControl(this IServiceCollection services)
    {
        services.AddSingleton<WorldRoutes>();
        services.AddSingleton<GuildRoutes>();
        services.AddSingleton<BotMessages>();
        services.AddSingleton<SaidRoutes>();
        services.AddSingleton<FaultRoutes>();
        services.AddSingleton<StatsRoutes>();
        services.AddSingleton<TrafficGenerator>();
        services.AddSingleton<TrafficRoutes>();
    }

    public static void MapControl(this WebApplication app)
    {
        var sandbox = app.MapGroup("/sandbox");
        app.Services.GetRequiredService<WorldRoutes>().Map(sandbox);
        app.Services.GetRequiredService<GuildRoutes>().Map(sandbox);
        app.Services.GetRequiredService<SaidRoutes>().Map(sandbox);
        app.Services.GetRequiredService<FaultRoutes>().Map(sandbox);
        app.Services.GetRequiredService<StatsRoutes>().Map(sandbox);
        app.Services.GetRequiredService<TrafficRoutes>().Map(sandbox);
    }
}
