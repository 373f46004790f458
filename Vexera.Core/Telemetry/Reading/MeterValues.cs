using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace Vexera.Core.Telemetry.Reading;

/// <summary>
/// Listens to the instruments of one meter factory, so that several bots in one process do not hear each other. A hosted
/// service, so that it is there before anything is recorded.
/// </summary>
internal sealed class MeterValues : IMeterValues, IHostedService, IDisposable
{
    private const string Runtime = "System.Runtime";
    private readonly ConcurrentDictionary<string, IReadInstrument> _instruments = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly IMeterFactory _meters;

    public MeterValues(IMeterFactory meters)
    {
        _meters = meters;
        _listener.InstrumentPublished = (instrument, _) => Publish(instrument);
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => ((MeasuredInstrument)state!).Record(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => ((MeasuredInstrument)state!).Record(value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((MeasuredInstrument)state!).Record(value, tags));
        _listener.Start();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<MeterInstrument> Instruments => [.. _instruments.Values.Select(instrument => instrument.About)];

    /// <inheritdoc/>
    public IReadOnlyList<MeterSeries> Read(string instrument) => _instruments.TryGetValue(instrument, out var found) ? found.Read() : [];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        foreach (var instrument in _instruments.Values)
            instrument.Dispose();
    }

    private void Publish(Instrument instrument)
    {
        var meter = instrument.Meter;
        if (meter.Name != Runtime && (meter.Name != VexeraMetrics.MeterName || !ReferenceEquals(meter.Scope, _meters)))
            return;
        var about = new MeterInstrument(instrument.Name, KindOf(instrument), instrument.Unit);
        if (instrument.IsObservable)
        {
            _instruments.TryAdd(instrument.Name, new ObservedInstrument(about, instrument));
            return;
        }

        var measured = new MeasuredInstrument(about, sets: about.Kind == MeterKind.Gauge && !IsUpDown(instrument));
        if (_instruments.TryAdd(instrument.Name, measured))
            _listener.EnableMeasurementEvents(instrument, measured);
    }

    private static bool IsUpDown(Instrument instrument) => instrument is UpDownCounter<long> or UpDownCounter<int> or UpDownCounter<double>;

    private static MeterKind KindOf(Instrument instrument) => instrument switch
    {
        Counter<long> or Counter<int> or Counter<double> => MeterKind.Counter,
        ObservableCounter<long> or ObservableCounter<int> or ObservableCounter<double> => MeterKind.Counter,
        Histogram<long> or Histogram<int> or Histogram<double> => MeterKind.Histogram,
        _ => MeterKind.Gauge,
    };
}
