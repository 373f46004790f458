using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>How the bot's memory goes over hours.</summary>
internal static class MemoryOverTime
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>In the last quarter it takes no more than in the second, both measured while it is calm: their medians.</summary>
    /// <param name="factor">How many times as much is no more.</param>
    /// <param name="allowance">And so many MB, for what a small process takes now and then.</param>
    /// <param name="length">How long what is looked at takes, from the first moment of the scenario.</param>
    public static DrillPromise StaysLevel(double factor, double allowance, TimeSpan length) => record =>
    {
        var began = record.Drill.Marks.First(mark => mark.Time.Length > 0).At;
        var (before, after) = (Median(Calm(record, began + (length / 4), began + (length / 2))), Median(Calm(record, began + (length * 0.75), began + length)));
        if (before is not { } second || after is not { } last)
            return new Verdict(new Promise(DrillText.PromiseMemoryLevel, "", DrillText.NeverCalm, Kept: false));
        var bar = (second * factor) + allowance;
        return new Verdict(
            Promise.AtMost(DrillText.PromiseMemoryLevel, Math.Round(last), Math.Round(bar), " MB"),
            Calm(record, began + (length / 2), began + length).FirstOrDefault(sample => sample.Megabytes > bar)?.At);
    };

    // Steps that take longer than planned move what follows, so what was really done counts.
    private static IReadOnlyList<DrillSample> Calm(DrillRecord record, TimeSpan from, TimeSpan until) =>
    [
        .. record.Samples.Where(sample => sample.At >= from && sample.At < until && sample.Megabytes is not null
            && record.Drill.Marks.LastOrDefault(mark => mark.At <= sample.At) is { } mark && mark.Text == DrillText.Calm && sample.At - mark.At >= Settling),
    ];

    private static double? Median(IReadOnlyList<DrillSample> samples) =>
        samples.Count == 0 ? null : samples.Select(sample => sample.Megabytes!.Value).Order().ElementAt(samples.Count / 2);
}
