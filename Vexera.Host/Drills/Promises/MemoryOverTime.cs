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
    public static DrillPromise StaysLevel(double factor, double allowance) => record =>
    {
        // Steps that took longer than planned moved what followed, so what was really done counts: from the first moment of the
        // scenario to its last.
        var moments = record.Marks.Where(mark => mark.Time.Length > 0).ToList();
        if (moments.Count < 2)
            return NotMeasured();
        var (began, length) = (moments[0].At, moments[^1].At - moments[0].At);
        var later = Calm(record, began + (length / 2), began + length);
        if (Median(Calm(record, began + (length / 4), began + (length / 2))) is not { } second
            || Median([.. later.Where(sample => sample.At >= began + (length * 0.75))]) is not { } last)
            return NotMeasured();
        var bar = (second * factor) + allowance;
        return new Verdict(
            Promise.AtMost(DrillText.PromiseMemoryLevel, Math.Round(last), Math.Round(bar), " MB"),
            later.FirstOrDefault(sample => sample.Megabytes > bar)?.At);

        Verdict NotMeasured() => Verdict.NotMeasured(DrillText.PromiseMemoryLevel, DrillText.MemoryLevelBar.With(factor, allowance), DrillText.NeverCalm);
    };

    private static IReadOnlyList<DrillSample> Calm(DrillRecord record, TimeSpan from, TimeSpan until) =>
    [
        .. record.Samples.Where(sample => sample.At >= from && sample.At < until && sample.Megabytes is not null
            && record.Marks.LastOrDefault(mark => mark.At <= sample.At) is { } mark && mark.Text == DrillText.Calm && sample.At - mark.At >= Settling),
    ];

    private static double? Median(IReadOnlyList<DrillSample> samples) =>
        samples.Count == 0 ? null : samples.Select(sample => sample.Megabytes!.Value).Order().ElementAt(samples.Count / 2);
}
