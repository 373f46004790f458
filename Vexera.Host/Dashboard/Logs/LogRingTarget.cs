using Microsoft.Extensions.Options;
using NLog;
using NLog.Config;
using NLog.Targets;
using Vexera.Host.Logging;

namespace Vexera.Host.Dashboard.Logs;

/// <summary>Puts what is logged into a <see cref="LogRing"/>.</summary>
/// <param name="ring">Where to put it.</param>
/// <param name="redactor">Takes secrets out.</param>
[Target("DashboardRing")]
internal sealed class LogRingTarget(LogRing ring, Redactor redactor) : Target
{
    /// <summary>The target's name in NLog's configuration.</summary>
    public const string TargetName = "dashboard";

    /// <inheritdoc/>
    protected override void Write(LogEventInfo logEvent)
    {
        var text = logEvent.FormattedMessage;
        if (logEvent.Exception is { } exception)
            text = $"{text}\n{exception}";
        var eventId = logEvent.HasProperties && logEvent.Properties.TryGetValue("EventId", out var id) && id is int number ? number : 0;
        ring.Add(
            new DateTimeOffset(logEvent.TimeStamp),
            LevelOf(logEvent.Level),
            eventId,
            logEvent.LoggerName?[(logEvent.LoggerName.LastIndexOf('.') + 1)..] ?? "",
            redactor.Redact(text));
    }

    private static Microsoft.Extensions.Logging.LogLevel LevelOf(NLog.LogLevel level) => level.Ordinal switch
    {
        0 => Microsoft.Extensions.Logging.LogLevel.Trace,
        1 => Microsoft.Extensions.Logging.LogLevel.Debug,
        2 => Microsoft.Extensions.Logging.LogLevel.Information,
        3 => Microsoft.Extensions.Logging.LogLevel.Warning,
        4 => Microsoft.Extensions.Logging.LogLevel.Error,
        _ => Microsoft.Extensions.Logging.LogLevel.Critical,
    };
}

/// <summary>Adds the target to NLog's configuration, and again after an edit of the settings has replaced that.</summary>
/// <param name="factory">NLog.</param>
/// <param name="ring">Where the lines go.</param>
/// <param name="options">Whether there is a dashboard to show them.</param>
/// <param name="redactor">Takes secrets out of them.</param>
internal sealed class LogTap(LogFactory factory, LogRing ring, IOptions<DashboardOptions> options, Redactor redactor) : IHostedService, IDisposable
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Enabled)
        {
            factory.ConfigurationChanged += OnChanged;
            AddTo(factory.Configuration);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => factory.ConfigurationChanged -= OnChanged;

    private void OnChanged(object? sender, LoggingConfigurationChangedEventArgs change) => AddTo(change.ActivatedConfiguration);

    private void AddTo(LoggingConfiguration? configuration)
    {
        if (configuration is null || configuration.FindTargetByName(LogRingTarget.TargetName) is not null)
            return;
        var target = new LogRingTarget(ring, redactor) { Name = LogRingTarget.TargetName };
        configuration.AddTarget(target);
        configuration.LoggingRules.Add(new LoggingRule("*", NLog.LogLevel.Info, target));
        factory.ReconfigExistingLoggers();
    }
}
