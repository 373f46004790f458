using Microsoft.Extensions.DependencyInjection;
using Vexera.Core;
using Vexera.Core.Monitoring.Alerts;

namespace Vexera.Tests.Modules.Alerts;

/// <summary>The settings of the alerts without what watches the process.</summary>
internal static class AlertSettings
{
    public static IServiceCollection AddSettingsForAlerts(this IServiceCollection services)
    {
        services.AddSettings<AlertOptions>(AlertOptions.Section);
        return services;
    }
}
