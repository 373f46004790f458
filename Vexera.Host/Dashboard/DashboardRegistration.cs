using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Vexera.Core;
using Vexera.Host.Dashboard.Health;
using Vexera.Host.Dashboard.Logs;
using Vexera.Host.Dashboard.Pages;
using Vexera.Host.Dashboard.Security;

namespace Vexera.Host.Dashboard;

/// <summary>Puts the dashboard beside the bot.</summary>
internal static class DashboardRegistration
{
    /// <summary>Adds the web server, which starts with the host, and its settings.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddSettings<DashboardOptions>(DashboardOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DashboardOptions>, DashboardOptionsValidator>());
        return services
            .AddSingleton<FleetReadiness>()
            .AddSingleton<HealthRoutes>()
            .AddSingleton<LoginSessions>()
            .AddSingleton<LoginLockout>()
            .AddSingleton<LogRing>()
            .AddHostedService<LogTap>()
            .AddSingleton<PagesApplication>()
            .AddSingleton<PagesMount>()
            .AddSingleton<FrontDoor>()
            .AddSingleton<DashboardServer>()
            .AddHostedService(provider => provider.GetRequiredService<DashboardServer>());
    }

    /// <summary>Whether who wants to see the dashboard has to log in.</summary>
    public static bool RequiresLogin(this DashboardOptions options) =>
        options.AdminKey is not null || options.SignIn.ClientSecret is not null;
}
