using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace Vexera.Core.Telemetry;

/// <summary>
/// Connects what the process knows of itself to the meters, and the rates of events. The rest comes from .NET's own meter,
/// <c>System.Runtime</c>: processor time, memory, garbage collections, thread pool.
/// </summary>
internal sealed class ProcessMeters : IHostedService
{
    private const string Descriptors = "/proc/self/fd";

    private static readonly (TimeSpan Window, KeyValuePair<string, object?> Tag)[] Windows =
    [
        (TimeSpan.FromMinutes(1), new("window", "1m")),
        (TimeSpan.FromMinutes(5), new("window", "5m")),
        (TimeSpan.FromMinutes(30), new("window", "30m")),
    ];

    public ProcessMeters(VexeraMetrics metrics, IEventRate rate, Uptime uptime)
    {
        metrics.EventRates.SeriesSource = () => Windows.Select(one => new Measurement<double>(rate.PerSecond(one.Window), one.Tag));
        metrics.ProcessUptime.Source = () => uptime.Elapsed.TotalSeconds;
        metrics.Handles.Source = OpenHandles;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static int OpenHandles()
    {
        if (Directory.Exists(Descriptors))
            return Directory.EnumerateFileSystemEntries(Descriptors).Count();
        using var self = Process.GetCurrentProcess();
        return self.HandleCount;
    }
}
