using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Monitoring.Sampling;

/// <summary>Takes a sample every ten seconds, on a loop of its own. What fails here is logged, and hurts nobody.</summary>
internal sealed class Sampler(SampleSources sources, SampleHistory history, TimeProvider time, ILogger<Sampler> logger) : BackgroundService
{
    /// <summary>How often.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly LogPace _failures = new(TimeSpan.FromMinutes(1), time);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
                Take(time.GetElapsedTime(began) - Interval);
        }
    }

    private void Take(TimeSpan lag)
    {
        try
        {
            history.Add(sources.Take(lag > TimeSpan.Zero ? lag : TimeSpan.Zero));
        }
        catch (Exception failure)
        {
            if (_failures.TryTell(out var more))
                MonitoringLog.NotSampled(logger, failure, more);
        }
    }
}
