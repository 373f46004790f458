namespace Vexera.Host.Configuration;

/// <summary>
/// Follows the settings file while the bot runs. A good edit takes effect, a bad one is refused with a log line and the old
/// values stay. Looks once a second, which works on every file system, and waits until the file has been still for a second.
/// </summary>
internal sealed partial class SettingsReloader(
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
            LogRefused(e.Message);
        }
    }

    private void Apply(IConfigurationRoot candidate)
    {
        var problems = checker.Check(candidate);
        foreach (var problem in problems)
        {
            if (problem.IsError)
                LogRefused(problem.Text);
            else
                LogDoubt(problem.Text);
        }

        if (problems.Any(problem => problem.IsError))
            return;
        var file = FileOf((IConfigurationRoot)configuration);
        var changed = file.Take(FileOf(candidate));
        LogReloaded(file.Name, string.Join(", ", changed));
    }

    private static SettingsProvider FileOf(IConfigurationRoot root) =>
        root.Providers.OfType<SettingsProvider>().Single(provider => provider.IsFile);

    [LoggerMessage(9010, LogLevel.Information, "Settings taken from {File}; changed: {Paths}")]
    private partial void LogReloaded(string file, string paths);

    [LoggerMessage(9011, LogLevel.Error, "The edited settings are refused, the old ones stay: {Problem}")]
    private partial void LogRefused(string problem);

    [LoggerMessage(9012, LogLevel.Warning, "Settings: {Problem}")]
    private partial void LogDoubt(string problem);

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
