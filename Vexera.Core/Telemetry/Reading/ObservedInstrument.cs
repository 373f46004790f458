using System.Diagnostics.Metrics;

namespace Vexera.Core.Telemetry.Reading;

/// <summary>An instrument that is asked for its values. Has a listener of its own, so that a read asks no other instrument.</summary>
internal sealed class ObservedInstrument : IReadInstrument
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<MeterSeries> _seen = [];

    public ObservedInstrument(MeterInstrument about, Instrument instrument)
    {
        About = about;
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => See(value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, _) => See(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => See(value, tags));
        _listener.EnableMeasurementEvents(instrument);
    }

    /// <inheritdoc/>
    public MeterInstrument About { get; }

    /// <inheritdoc/>
    public IReadOnlyList<MeterSeries> Read()
    {
        lock (_lock)
        {
            _seen.Clear();
            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException)
            {
                // What cannot be observed has no value now; who reads is not to be hurt by that.
            }

            return [.. _seen];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void See(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_seen.Count < MeasuredInstrument.MostSeries)
            _seen.Add(new MeterSeries(SeriesTags.Text(tags), (long)Math.Round(value), value, value));
    }
}
