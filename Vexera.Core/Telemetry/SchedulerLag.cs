using Microsoft.Extensions.Hosting;

namespace Vexera.Core.Telemetry;

/// <summary>Measures how late a timer is, once a second: late timers mean that processors or threads are short.</summary>
internal sealed class SchedulerLag : IHostedService, IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private readonly VexeraMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _setAt;

    public SchedulerLag(VexeraMetrics metrics, TimeProvider time)
    {
        (_metrics, _time) = (metrics, time);
        _timer = time.CreateTimer(static self => ((SchedulerLag)self!).Measure(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Set();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Set()
    {
        Volatile.Write(ref _setAt, _time.GetTimestamp());
        _timer.Change(Period, Timeout.InfiniteTimeSpan);
    }

    private void Measure()
    {
        var late = _time.GetElapsedTime(Volatile.Read(ref _setAt)) - Period;
        _metrics.SchedulerLag.Record(Math.Max(0, late.TotalSeconds));
        Set();
    }
}
