using System.Diagnostics.Metrics;
using Vexera.Core.Telemetry;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Counts the IDENTIFYs and RESUMEs that Vexera says it sent; it listens to nothing else, so that measuring costs nothing.</summary>
internal sealed class SessionStarts : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _identifies;
    private long _resumes;
    private long _firstIdentifyAt;

    public SessionStarts()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == VexeraMetrics.MeterName && instrument.Name is "vexera.shard.identifies" or "vexera.shard.resumes")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument.Name == "vexera.shard.identifies", value));
        _listener.Start();
    }

    /// <summary>IDENTIFYs sent.</summary>
    public long Identifies => Interlocked.Read(ref _identifies);

    /// <summary>RESUMEs sent.</summary>
    public long Resumes => Interlocked.Read(ref _resumes);

    /// <summary>When the first IDENTIFY was sent: a timestamp of the system's clock.</summary>
    public long FirstIdentifyAt => Interlocked.Read(ref _firstIdentifyAt);

    /// <summary>Forgets what was counted.</summary>
    public void BeginAnew() => (_identifies, _resumes, _firstIdentifyAt) = (0, 0, 0);

    public void Dispose() => _listener.Dispose();

    private void Count(bool isIdentify, long value)
    {
        if (isIdentify)
            Interlocked.CompareExchange(ref _firstIdentifyAt, TimeProvider.System.GetTimestamp(), 0);
        Interlocked.Add(ref isIdentify ? ref _identifies : ref _resumes, value);
    }
}
