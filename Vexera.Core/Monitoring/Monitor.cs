using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.History;

namespace Vexera.Core.Monitoring;

/// <summary>
/// Takes up what earlier processes left, marks the start, then has each sample watched and each minute written. Holds up neither the
/// start nor the stop of the bot; without the database it goes on with nothing from before.
/// </summary>
internal sealed class Monitor(
    SampleHistory history,
    HistoryStore historyStore,
    Marks marks,
    MarkStore markStore,
    AlertWatch watch,
    AlertStore alertStore,
    TimeProvider time,
    ILogger<Monitor> logger) : BackgroundService
{
    /// <summary>The version that marks tell.</summary>
    public static string Version { get; } =
        typeof(Monitor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Writes the minute that is not over.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        history.MinuteEnded -= historyStore.Save;
        history.Sampled -= watch.Look;
        if (history.Unfinished is { } minute)
            historyStore.Save(minute);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await TryAsync(RestoreAsync, stoppingToken);
        history.MinuteEnded += historyStore.Save;
        history.Sampled += watch.Look;
        await TryAsync(MarkStartAsync, stoppingToken);
    }

    // A service that fails ends the host; this one is not worth that.
    private async Task TryAsync(Func<CancellationToken, Task> step, CancellationToken stopping)
    {
        try
        {
            await step(stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            MonitoringLog.NotRestored(logger, failure.Message);
        }
    }

    private async Task RestoreAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        watch.Restore(await alertStore.LoadAsync(stopping), now);
        marks.Restore(await markStore.LoadAsync(stopping));
        history.Restore(await historyStore.LoadAsync(now, stopping));
    }

    private async Task MarkStartAsync(CancellationToken stopping)
    {
        var before = marks.Since(DateTimeOffset.MinValue).LastOrDefault(mark => mark.Kind == MarkKind.Start);
        await marks.AddAsync(MarkKind.Start, Version, stopping);
        if (before is not null && before.Text != Version)
            await marks.AddAsync(MarkKind.Deploy, Version, stopping);
    }
}
