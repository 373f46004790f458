using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Tests.Support;

namespace Vexera.Tests.Monitoring.History;

/// <summary>A day of samples in little memory.</summary>
public sealed class SampleHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Since_AFewMinutes_GivesEverySample()
    {
        var history = NewHistory();
        Feed(history, Noon, TimeSpan.FromMinutes(5));

        history.Since(Noon, 1_000).Count.ShouldBe(30);
        history.Since(Noon.AddMinutes(4), 1_000).Count.ShouldBe(6);
    }

    [Fact]
    public void Since_TwoDays_KeepsTwentyFiveHoursAndEverySpikeInThem()
    {
        var history = NewHistory();
        var spike = Noon.AddHours(30).AddSeconds(20);
        var dip = Noon.AddHours(31).AddSeconds(40);
        // One in the oldest minute of the last hour, some of whose samples are gone.
        var edge = Noon.AddHours(47).AddSeconds(10);
        Feed(history, Noon, TimeSpan.FromHours(48).Add(TimeSpan.FromSeconds(30)), sample => sample with
        {
            CpuCores = sample.At == spike ? 7 : sample.At == dip ? 0.1 : sample.At == edge ? 6 : 2,
        });

        var all = history.Since(DateTimeOffset.MinValue, 100_000);

        (all[^1].At - all[0].At).ShouldBeInRange(TimeSpan.FromHours(24.9), TimeSpan.FromHours(25.1));
        all.Count.ShouldBeLessThan(3_500);
        all.ShouldContain(sample => sample.CpuCores == 6);
        all.Zip(all.Skip(1)).ShouldAllBe(pair => pair.First.At < pair.Second.At);
        var few = history.Since(DateTimeOffset.MinValue, 60);
        few.Count.ShouldBeLessThanOrEqualTo(60);
        few.Max(sample => sample.CpuCores).ShouldBe(7);
        few.Min(sample => sample.CpuCores).ShouldBe(0.1);
    }

    [Fact]
    public void Restore_MinutesOfAnEarlierProcess_StandBeforeItsOwn()
    {
        var earlier = NewHistory();
        var minutes = new List<HistoryMinute>();
        earlier.MinuteEnded += minutes.Add;
        Feed(earlier, Noon, TimeSpan.FromMinutes(10).Add(TimeSpan.FromSeconds(30)));
        minutes.Add(earlier.Unfinished!);
        var history = NewHistory();
        // It starts in the same minute.
        Feed(history, Noon.AddMinutes(10).AddSeconds(40), TimeSpan.FromSeconds(10), sample => sample with { CpuCores = 3 });

        history.Restore(minutes);
        Feed(history, Noon.AddMinutes(10).AddSeconds(50), TimeSpan.FromMinutes(5));

        var all = history.Since(Noon, 1_000);
        all[0].At.ShouldBe(Noon);
        all.Where(sample => sample.At >= Noon.AddMinutes(10) && sample.At < Noon.AddMinutes(11)).Max(sample => sample.CpuCores).ShouldBe(3);
        all.Where(sample => sample.At >= Noon.AddMinutes(10) && sample.At < Noon.AddMinutes(11)).Min(sample => sample.At).ShouldBe(Noon.AddMinutes(10));
    }

    [Fact]
    public void Add_ClockSetBack_GoesOnAndStaysByTime()
    {
        var history = NewHistory();
        Feed(history, Noon, TimeSpan.FromMinutes(5));
        Feed(history, Noon.AddMinutes(-30), TimeSpan.FromMinutes(5));

        var all = history.Since(DateTimeOffset.MinValue, 20);

        all.Count.ShouldBeLessThanOrEqualTo(20);
        all.Zip(all.Skip(1)).ShouldAllBe(pair => pair.First.At <= pair.Second.At);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    public void Since_ClockWasWrongOrIs_EndsWithTheNewest(double hoursWrong)
    {
        var history = NewHistory();
        Feed(history, Noon, TimeSpan.FromMinutes(5));
        Feed(history, Noon.AddMinutes(5).AddHours(hoursWrong), TimeSpan.FromMinutes(5));
        var wrong = history.Since(DateTimeOffset.MinValue, 1_000)[^1].At;
        Feed(history, Noon.AddMinutes(10), TimeSpan.FromMinutes(5));
        var right = history.Since(DateTimeOffset.MinValue, 1_000)[^1].At;

        wrong.ShouldBe(Noon.AddMinutes(10).AddSeconds(-10).AddHours(hoursWrong));
        right.ShouldBe(Noon.AddMinutes(15).AddSeconds(-10));
    }

    [Fact]
    public void Add_AListenerThrows_TheOthersHearOfItAndItIsLoggedOnce()
    {
        var log = new RecordingLogger<SampleHistory>();
        var history = new SampleHistory(new FakeTimeProvider(), log);
        var heard = 0;
        history.Sampled += _ => throw new InvalidOperationException("broken");
        history.Sampled += _ => heard++;

        Feed(history, Noon, TimeSpan.FromMinutes(1));

        heard.ShouldBe(6);
        log.Lines.Count.ShouldBe(1);
    }

    private static SampleHistory NewHistory() => new(new FakeTimeProvider(), NullLogger<SampleHistory>.Instance);

    private static void Feed(SampleHistory history, DateTimeOffset from, TimeSpan time, Func<Sample, Sample>? curve = null)
    {
        for (var at = from; at < from + time; at += TimeSpan.FromSeconds(10))
            history.Add((curve ?? (sample => sample))(new Sample { At = at, CpuCores = 2 }));
    }
}
