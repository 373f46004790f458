using System.Diagnostics.Metrics;
using Vexera.Core.Telemetry;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Counts the IDENTIFYs and RESUMEs that Vexera says it sent; it listens to nothing else, so that measuring costs nothing.</summary>
internal sealed class SessionStarts : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _identifies;
    private long _resumes;

    public SessionStarts()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == VexeraMetrics.MeterName && instrument.Name is "vexera.shard.identifies" or "vexera.shard.resumes")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            Interlocked.Add(ref instrument.Name == "vexera.shard.identifies" ? ref _identifies : ref _resumes, value));
        _listener.Start();
    }

    /// <summary>IDENTIFYs sent.</summary>
    public long Identifies => Interlocked.Read(ref _identifies);

    /// <summary>RESUMEs sent.</summary>
    public long Resumes => Interlocked.Read(ref _resumes);

    public void Dispose() => _listener.Dispose();
}
