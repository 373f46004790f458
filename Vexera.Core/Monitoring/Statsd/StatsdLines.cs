using System.Globalization;
using System.Text;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Core.Monitoring.Statsd;

/// <summary>
/// Writes series as lines of StatsD. Counters are what was counted in the interval; gauges are values; of a histogram the
/// count and the sum are counters, and median, 95 and 99 of 100 and the maximum of the interval are gauges.
/// Source: https://github.com/statsd/statsd/blob/master/docs/metric_types.md.
/// </summary>
/// <param name="dialect">What the server understands.</param>
/// <param name="prefix">What all names begin with.</param>
internal sealed class StatsdLines(StatsdDialect dialect, string prefix)
{
    private static readonly (string Name, double Share)[] Percentiles = [(".p50", 0.5), (".p95", 0.95), (".p99", 0.99)];

    /// <summary>The lines of one series; none where nothing happened.</summary>
    /// <param name="instrument">What the series is of.</param>
    /// <param name="series">Of a gauge the values at this moment, of anything else those of the interval.</param>
    public IEnumerable<string> Of(MeterInstrument instrument, MeterSeries series)
    {
        switch (instrument.Kind)
        {
            case MeterKind.Gauge:
                return Gauge(instrument.Name, series, series.Sum);
            case MeterKind.Counter:
                return series.Sum > 0 ? [Line(instrument.Name, series, series.Sum, 'c')] : [];
            default:
                return series.Count > 0 ? Histogram(instrument.Name, series) : [];
        }
    }

    private IEnumerable<string> Histogram(string name, MeterSeries series) =>
    [
        Line(name + ".count", series, series.Count, 'c'),
        Line(name + ".sum", series, series.Sum, 'c'),
        .. Percentiles.SelectMany(percentile => Gauge(name + percentile.Name, series, series.Percentile(percentile.Share))),
        .. Gauge(name + ".max", series, series.Max),
    ];

    private IEnumerable<string> Gauge(string name, MeterSeries series, double value)
    {
        if (!double.IsFinite(value))
            yield break;
        // A sign means a change to the original server.
        if (value < 0 && dialect == StatsdDialect.StatsD)
            yield return Line(name, series, 0, 'g');
        yield return Line(name, series, value, 'g');
    }

    private string Line(string name, MeterSeries series, double value, char type)
    {
        var line = new StringBuilder(prefix).Append(name);
        if (dialect == StatsdDialect.StatsD)
        {
            foreach (var (_, tag) in series.Tags)
                Append(line.Append('.'), tag, dots: false);
        }

        line.Append(CultureInfo.InvariantCulture, $":{value:0.#########}|{type}");
        if (dialect == StatsdDialect.DogStatsD && series.Tags.Count > 0)
        {
            var mark = "|#";
            foreach (var (key, tag) in series.Tags)
            {
                Append(line.Append(mark), key, dots: true);
                Append(line.Append(':'), tag, dots: true);
                mark = ",";
            }
        }

        return line.ToString();
    }

    private static void Append(StringBuilder line, string text, bool dots)
    {
        foreach (var letter in text)
            line.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' || (dots && letter is '.' or '/') ? letter : '_');
    }
}
