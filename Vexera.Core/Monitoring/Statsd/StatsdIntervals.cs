using Vexera.Core.Telemetry.Reading;

namespace Vexera.Core.Monitoring.Statsd;

/// <summary>Reads all meters, each time since the time before. As many series as the meters have, which is bounded.</summary>
/// <param name="values">The meters.</param>
internal sealed class StatsdIntervals(IMeterValues values)
{
    private Dictionary<(string Instrument, string Tags), MeterSeries> _before = [];

    /// <summary>What has happened since the last time, and the gauges of this moment.</summary>
    public IReadOnlyList<(MeterInstrument Instrument, MeterSeries Series)> Next()
    {
        var (next, seen) = (new List<(MeterInstrument, MeterSeries)>(), new Dictionary<(string, string), MeterSeries>());
        foreach (var instrument in values.Instruments)
        {
            foreach (var series in values.Read(instrument.Name))
            {
                var key = (instrument.Name, string.Join('\n', series.Tags));
                if (instrument.Kind == MeterKind.Gauge)
                {
                    next.Add((instrument, series));
                }
                else if (seen.TryAdd(key, series))
                {
                    next.Add((instrument, series.Since(_before.GetValueOrDefault(key))));
                }
            }
        }

        _before = seen;
        return next;
    }
}
