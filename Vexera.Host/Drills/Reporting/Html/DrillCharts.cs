using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Reporting.Html;

/// <summary>The graphs of one drill.</summary>
internal static class DrillCharts
{
    /// <summary>Event rate, shard states, queue depth, CPU and memory over time.</summary>
    public static string Of(DrillRecord record)
    {
        var samples = record.Samples;
        if (samples.Count == 0)
            return "";
        var lines = record.Drill.Marks.Select((mark, index) => new ChartLine(mark.At.TotalSeconds, index + 1, $"{mark.Time} {mark.Text}".Trim())).ToList();
        var seconds = samples[^1].At.TotalSeconds;
        return string.Concat(
            Line(DrillText.ChartEvents, sample => sample.EventsPerSecond),
            Shards(),
            Line(DrillText.ChartQueue, sample => sample.Status?.Events.Queued),
            Line(DrillText.ChartCpu, sample => sample.Cores),
            Line(DrillText.ChartMemory, sample => sample.Megabytes));

        string Line(string title, Func<DrillSample, double?> value) => new SvgChart(title, seconds, lines).Lines([Series(title, value)]);

        string Shards()
        {
            var states = samples.SelectMany(sample => sample.Status?.Shards.States.Keys ?? []).Distinct()
                .OrderByDescending(state => state == nameof(Core.Shards.ShardState.Ready)).ThenBy(state => state, StringComparer.Ordinal);
            return new SvgChart(DrillText.ChartShards, seconds, lines).Stack(
                [.. states.Select(state => Series(state, sample => sample.Status?.Shards.States.GetValueOrDefault(state)))]);
        }

        Series Series(string name, Func<DrillSample, double?> value) =>
            new(name, [.. samples.Select(sample => (sample.At.TotalSeconds, value(sample)))]);
    }
}
