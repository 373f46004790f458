using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Telemetry;

namespace Vexera.Tests.Telemetry;

public sealed class EventRateTests
{
    private static readonly int[] Windows = [1, 60, 300, 1_800];
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void PerSecond_NoWholeSecondYet_IsZero()
    {
        var rate = new EventRate(_time);
        rate.Record(_time.GetTimestamp());

        rate.PerSecond(TimeSpan.FromMinutes(1)).ShouldBe(0);
    }

    [Fact]
    public void PerSecond_EventsThenSilence_FallsByWindow()
    {
        var rate = new EventRate(_time);
        for (var second = 0; second < 60; second++)
        {
            for (var i = 0; i < 10; i++)
                rate.Record(_time.GetTimestamp());
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        rate.PerSecond(TimeSpan.FromMinutes(1)).ShouldBe(10);
        _time.Advance(TimeSpan.FromSeconds(60));
        rate.PerSecond(TimeSpan.FromMinutes(1)).ShouldBe(0);
        rate.PerSecond(TimeSpan.FromMinutes(2)).ShouldBe(5);
        _time.Advance(TimeSpan.FromHours(1));
        rate.PerSecond(TimeSpan.FromMinutes(30)).ShouldBe(0);
    }

    [Fact]
    public void PerSecond_AnyEventsInAnyGaps_IsThatOfTheWholeSeconds() => Gen.Int[0, 900_000].Array[0, 60].Sample(gaps =>
    {
        var time = new FakeTimeProvider();
        var (rate, start, at) = (new EventRate(time), time.GetUtcNow(), new List<double>());
        foreach (var milliseconds in gaps)
        {
            time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            rate.Record(time.GetTimestamp());
            at.Add((time.GetUtcNow() - start).TotalSeconds);
        }

        foreach (var window in Windows)
        {
            var now = Math.Floor((time.GetUtcNow() - start).TotalSeconds);
            var seconds = Math.Min(window, now);
            var expected = seconds == 0 ? 0 : at.Count(second => second >= now - seconds && second < now) / seconds;
            rate.PerSecond(TimeSpan.FromSeconds(window)).ShouldBe(expected, 1e-9);
        }
    });

    [Fact]
    public async Task Record_FromManyThreads_LosesNothing()
    {
        var rate = new EventRate(_time);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
                rate.Record(_time.GetTimestamp());
        })));
        _time.Advance(TimeSpan.FromSeconds(10));

        rate.PerSecond(TimeSpan.FromSeconds(10)).ShouldBe(8_000);
    }

    [Fact]
    public void Record_Always_AllocatesNothing()
    {
        var rate = new EventRate(TimeProvider.System);
        rate.Record(TimeProvider.System.GetTimestamp());
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++)
            rate.Record(TimeProvider.System.GetTimestamp());

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
