using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Telemetry;

namespace Vexera.Tests.Support;

/// <summary>The process's metrics with somebody who counts along.</summary>
internal sealed class MetricsProbe : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _totals = new();

    public MetricsProbe()
    {
        var factory = Meters = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            _totals.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        _listener.Start();
        Metrics = new VexeraMetrics(factory);
    }

    public IMeterFactory Meters { get; }

    public VexeraMetrics Metrics { get; }

    /// <summary>What a counter has counted so far, over all tags.</summary>
    public long Total(Counter<long> counter) => _totals.GetValueOrDefault(counter.Name);

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }
}
