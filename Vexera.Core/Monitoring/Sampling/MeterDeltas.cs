using Vexera.Core.Telemetry.Reading;

namespace Vexera.Core.Monitoring.Sampling;

/// <summary>What instruments have recorded since they were last asked here. Not thread safe.</summary>
/// <param name="meters">The instruments.</param>
internal sealed class MeterDeltas(IMeterValues meters)
{
    private readonly Dictionary<string, MeterSeries> _earlier = [];

    /// <summary>What a counter or histogram has recorded since the last call, over all tags.</summary>
    public MeterSeries Since(string instrument)
    {
        var total = MeterSeries.Total(meters.Read(instrument));
        var since = total.Since(_earlier.GetValueOrDefault(instrument));
        _earlier[instrument] = total;
        return since;
    }

    /// <summary>What a counter has counted since the last call, over all tags.</summary>
    public long Count(string counter) => Since(counter).Count;

    /// <summary>The value of a gauge, over all tags; 0 when it has none.</summary>
    public double Value(string gauge) => MeterSeries.Total(meters.Read(gauge)).Sum;
}
