using Vexera.Core;
using Vexera.Host.Control.Status;

namespace Vexera.Host.Control;

/// <summary>Registers what answers the command line while the bot runs.</summary>
internal static class ControlRegistration
{
    /// <summary>
    /// Adds the server and its commands. Register it before the bot: hosted services stop in reverse order, and what the bot does
    /// while it stops can be asked for then.
    /// </summary>
    public static IServiceCollection AddControl(this IServiceCollection services)
    {
        services.AddSettings<ControlOptions>(ControlOptions.Section);
        return services
            .AddSingleton<StatusReporter>()
            .AddSingleton<IControlCommand, StatusControl>()
            .AddSingleton<IControlCommand, CachePurgeControl>()
            .AddSingleton<IControlCommand, ShardsReconnectControl>()
            .AddSingleton<ControlDesk>()
            .AddHostedService<ControlServer>();
    }
}
