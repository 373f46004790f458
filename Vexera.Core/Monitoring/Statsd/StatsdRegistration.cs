using Microsoft.Extensions.DependencyInjection;

namespace Vexera.Core.Monitoring.Statsd;

/// <summary>Registers the sender of meters to StatsD.</summary>
internal static class StatsdRegistration
{
    /// <summary>Adds <see cref="StatsdSender"/>, which rests unless configured. Needs Net, telemetry and a TimeProvider.</summary>
    public static IServiceCollection AddStatsd(this IServiceCollection services)
    {
        services.AddSettings<StatsdOptions>(StatsdOptions.Section);
        return services.AddHostedService<StatsdSender>();
    }
}
