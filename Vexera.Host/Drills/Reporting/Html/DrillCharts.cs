using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Reporting.Html;

/// <summary>The graphs of one drill.</summary>
internal static class DrillCharts
{

    /// <summary>Event rate, shard states, queue depth, answers to commands, CPU and memory over time.</summary>
    public static string Of(DrillRecord record)
    {
        var samples = record.Samples;
        if (samples.Count == 0)
            return "";
        var isCompressed = record.Scenario.Minute != TimeSpan.FromMinutes(1);
        var lines = record.Marks.Select((mark, index) => new ChartLine(
            mark.At.TotalSeconds,
            index + 1,
            $"{mark.Time} {mark.Text}".Trim(),
            isCompressed && mark.Time.Length > 0 ? mark.Time : null)).ToList();
        var seconds = samples[^1].At.TotalSeconds;
        return string.Concat(
            Line(DrillText.ChartEvents, sample => sample.EventsPerSecond),
            Shards(),
            Line(DrillText.ChartQueue, sample => sample.Status?.Events.Queued),
            new SvgChart(DrillText.ChartAnswers, seconds, lines).Lines([new Series(DrillText.ChartAnswers, SlowestAnswers(record))]),
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

    // For each second, how long that call of it took which was answered last.
    private static IReadOnlyList<(double At, double? Value)> SlowestAnswers(DrillRecord record) =>
    [
        .. record.Calls
            .Where(call => call.Answers.Count > 0)
            .GroupBy(call => Math.Floor(record.MomentOf(call.At).TotalSeconds))
            .OrderBy(second => second.Key)
            .Select(second => (second.Key, (double?)second.Max(call => (call.Answers[0].At - call.At).TotalSeconds))),
    ];
}
