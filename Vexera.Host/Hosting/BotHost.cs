using Vexera.Core;
using Vexera.Host.Announcements;
using Vexera.Host.Cli;
using Vexera.Host.Configuration;
using Vexera.Host.Control;
using Vexera.Host.Dashboard;
using Vexera.Host.Telemetry;

namespace Vexera.Host.Hosting;

/// <summary>Puts the bot, its configuration and its logs into a generic host.</summary>
internal static class BotHost
{
    /// <summary>A host that is ready to start.</summary>
    /// <param name="sources">Where settings come from.</param>
    /// <param name="extend">Adds services that only one command wants.</param>
    /// <exception cref="UnreadableSettingsException">A settings file cannot be read.</exception>
    public static IHost Build(ConfigurationSources sources, Action<IServiceCollection>? extend = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ApplicationName = "vexera",
            ContentRootPath = Environment.CurrentDirectory,
            Configuration = sources.Load(),
        });
        builder.AddLogs();
        builder.Services
            .AddSystemd()
            .AddWindowsService(service => service.ServiceName = "Vexera")
            .Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true)
            .AddControl()
            .AddVexera()
            .AddDashboard()
            .AddSingleton<AnnounceDesk>()
            .AddExporters()
            .AddSingleton<IControlCommand, AnnounceControl>()
            .AddSingleton(sources)
            .AddSingleton<SettingsChecker>()
            .AddHostedService<SettingsReloader>()
            .AddHostedService(provider => ActivatorUtilities.CreateInstance<MemoryAfterStart>(provider, (Action)MemoryAfterStart.CollectAll));
        extend?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>Tells everything that is wrong with the configuration.</summary>
    /// <returns>Whether the bot can work with it.</returns>
    public static bool Check(IHost host, Terminal terminal) => SettingsReport.Tell(
        host.Services.GetRequiredService<SettingsChecker>().Check((IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>()), terminal);
}
