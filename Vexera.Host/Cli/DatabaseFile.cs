using Vexera.Core.Storage;
using Vexera.Core.Storage.Sqlite;
using Vexera.Host.Configuration;

namespace Vexera.Host.Cli;

/// <summary>The bot's database file as the settings of Storage name it; the other settings may be wrong or wanting.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Backup">What copies it.</param>
internal sealed record DatabaseFile(string Path, SqliteBackup Backup)
{
    /// <summary>Reads the settings.</summary>
    /// <param name="sources">Where they come from.</param>
    /// <param name="terminal">Told what is wrong.</param>
    /// <returns>Null when they are wrong, or the database is no file.</returns>
    public static DatabaseFile? Of(ConfigurationSources sources, Terminal terminal)
    {
        using var configuration = sources.Load();
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddStorage()
            .AddSingleton<SettingsChecker>()
            .BuildServiceProvider();
        if (!SettingsReport.Tell(services.GetRequiredService<SettingsChecker>().Check(configuration).Where(problem => problem.IsError), terminal))
            return null;
        var options = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        if (options.Provider == StorageProvider.Sqlite)
            return new(System.IO.Path.GetFullPath(options.Path), new SqliteBackup(options.BusyTimeout, TimeProvider.System));
        terminal.Error.WriteLine(CliText.Error.With(CliText.BackupOfPostgres));
        return null;
    }
}
