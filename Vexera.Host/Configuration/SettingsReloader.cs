namespace Vexera.Host.Configuration;

/// <summary>
/// Follows the settings file while the bot runs. A good edit takes effect, a bad one is refused with a log line and the old
/// values stay. Looks once a second, which works on every file system, and waits until the file has been still for a second.
/// </summary>
internal sealed class SettingsReloader(
    ConfigurationSources sources, IConfiguration configuration, SettingsChecker checker, TimeProvider time, ILogger<SettingsReloader> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Stamp _start = Stamp.Of(sources.File.Locate());

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (applied, last) = (_start, _start);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Stamp.Of(sources.File.Locate());
            if (now != applied && now == last)
            {
                applied = now;
                Reload();
            }

            last = now;
        }
    }

    private void Reload()
    {
        try
        {
            using var candidate = sources.Load();
            Apply(candidate);
        }
        catch (UnreadableSettingsException e)
        {
            ConfigurationLog.Refused(logger, e.Message);
        }
    }

    private void Apply(IConfigurationRoot candidate)
    {
        var problems = checker.Check(candidate);
        foreach (var problem in problems)
        {
            if (problem.IsError)
                ConfigurationLog.Refused(logger, problem.Text);
            else
                ConfigurationLog.Doubt(logger, problem.Text);
        }

        if (problems.Any(problem => problem.IsError))
            return;
        var file = FileOf((IConfigurationRoot)configuration);
        var changed = file.Take(FileOf(candidate));
        ConfigurationLog.Reloaded(logger, file.Name, string.Join(", ", changed));
    }

    private static SettingsProvider FileOf(IConfigurationRoot root) =>
        root.Providers.OfType<SettingsProvider>().Single(provider => provider.IsFile);

    private readonly record struct Stamp(string? Path, DateTime Written, long Length)
    {
        public static Stamp Of(string? path)
        {
            if (path is null)
                return default;
            var file = new FileInfo(path);
            var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return target.Exists ? new Stamp(target.FullName, target.LastWriteTimeUtc, target.Length) : default;
        }
    }
}
