using System.Text.Json;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Sampling;

namespace Vexera.Tests.Host.Drills;

/// <summary>Samples of a drill that takes hours stay few.</summary>
public sealed class SampleSeriesTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly SandboxStats Nothing = new(JsonDocument.Parse("""{"dns":{"questions":[]}}""").RootElement);

    [Fact]
    public void Add_OfTwoHours_KeepsFewerHalfAsOften()
    {
        var series = Filled(TimeSpan.FromHours(2));

        series.Samples.Count.ShouldBeLessThan(SampleSeries.Most);
        series.Interval.ShouldBeGreaterThan(Interval);
        series.Samples.Select(sample => sample.At).ShouldBe(series.Samples.Select(sample => sample.At).Order());
        series.Samples[^1].ShouldBeSameAs(series.Latest);
    }

    [Fact]
    public void Add_OfAWeek_LeavesNoGapsLongerThanItsInterval()
    {
        var series = Filled(TimeSpan.FromDays(7));

        var gaps = series.Samples.Zip(series.Samples.Skip(1), (one, next) => next.At - one.At);
        gaps.Max().ShouldBeLessThanOrEqualTo(series.Interval * 2);
        series.Samples.Count.ShouldBeGreaterThanOrEqualTo(SampleSeries.Most / 2);
    }

    private static SampleSeries Filled(TimeSpan length)
    {
        var series = new SampleSeries(Interval);
        for (var at = TimeSpan.Zero; at <= length; at += series.Interval)
            series.Add(new DrillSample(at, Nothing, 0));
        return series;
    }
}
