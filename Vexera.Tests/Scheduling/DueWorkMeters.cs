using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Vexera.Core.Telemetry;

namespace Vexera.Tests.Scheduling;

/// <summary>What the meters of due work tell.</summary>
internal sealed class DueWorkMeters : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _runs = new();
    private readonly ConcurrentQueue<double> _delays = [];
    private long _pending = -1;

    public DueWorkMeters(VexeraMetrics metrics)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, metrics.DueWorkRuns.Meter) && instrument.Name.StartsWith("vexera.due_work.", StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, value, _, _) => _delays.Enqueue(value));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (ReferenceEquals(instrument, metrics.DueWorkRuns))
                _runs.AddOrUpdate((string)tags[1].Value!, value, (_, sum) => sum + value);
            else
                _pending = value;
        });
        _listener.Start();
    }

    /// <summary>Outcomes and how often each was.</summary>
    public (string Outcome, long Count)[] Runs => [.. _runs.Select(pair => (pair.Key, pair.Value))];

    /// <summary>How late each attempt began, in seconds.</summary>
    public double[] Delays => [.. _delays];

    /// <summary>How much waits, as told now; -1 while nothing is told.</summary>
    public long Pending()
    {
        _listener.RecordObservableInstruments();
        return _pending;
    }

    public void Dispose() => _listener.Dispose();
}
