using Microsoft.Extensions.Primitives;
using NLog;
using NLog.Extensions.Logging;
using NLog.Targets;
using Vexera.Host.Configuration;
using Vexera.Host.Logging;

namespace Vexera.Host.Hosting;

/// <summary>Logs through NLog, as the section <c>NLog</c> of the settings says.</summary>
internal static class Logs
{
    /// <summary>The variable of the section that names the folder for log files.</summary>
    public const string FolderPath = "NLog:variables:logFolder";

    /// <summary>The variable of the section that says from which level on the console shows logs.</summary>
    public const string ConsoleLevelPath = "NLog:variables:consoleLevel";

    /// <summary>
    /// Sends logs to NLog. Log files go to a folder relative to the working directory; where that cannot be written, they are
    /// left out and a warning says so. No target sees a secret, and what repeats too often is counted.
    /// </summary>
    /// <exception cref="UnreadableSettingsException">The section makes no sense to NLog.</exception>
    public static void AddLogs(this IHostApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration[FolderPath] ?? "logs");
        builder.Configuration.AddInMemoryCollection([new(FolderPath, folder.Replace('\\', '/'))]);
        var factory = new LogFactory();
        try
        {
            factory.Setup().LoadConfigurationFromSection(builder.Configuration);
        }
        catch (NLogConfigurationException e)
        {
            throw new UnreadableSettingsException(ConfigurationText.BadLogs.With(e.Message), e);
        }

        var logFolder = new LogFolder(folder, LogFolder.Probe(folder));
        if (logFolder.Refusal is not null)
            RemoveFiles(factory);
        var redactor = new Redactor();
        redactor.Learn(builder.Configuration);
        ChangeToken.OnChange(((IConfiguration)builder.Configuration).GetReloadToken, () => redactor.Learn(builder.Configuration));
        RedactingLayout.Guard(factory, redactor);
        builder.Services.AddSingleton(logFolder).AddSingleton(redactor).AddSingleton(_ => factory);
        builder.Logging.AddFilter<LimitedLoggerProvider>(null, Microsoft.Extensions.Logging.LogLevel.Trace);
        builder.Services.AddSingleton<ILoggerProvider>(services => new LimitedLoggerProvider(
            new NLogLoggerProvider(new NLogProviderOptions(), services.GetRequiredService<LogFactory>()),
            services.GetService<TimeProvider>() ?? TimeProvider.System));
    }

    private static void RemoveFiles(LogFactory factory)
    {
        foreach (var target in factory.Configuration!.AllTargets.OfType<FileTarget>().ToList())
            factory.Configuration.RemoveTarget(target.Name);
        factory.ReconfigExistingLoggers();
    }
}
