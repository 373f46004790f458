using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Tests.Telemetry.Reading;

public sealed class MeterValuesTests : IDisposable
{
    private readonly MeterRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Read_CounterWithTags_HasOneSeriesForEachSetInAnyOrder()
    {
        var counter = _rig.Meter.CreateCounter<long>("test.count");

        counter.Add(1, new("route", "a"), new("status", 200));
        counter.Add(2, new("status", 200), new("route", "a"));
        counter.Add(5, new("route", "a"), new("status", 500));
        counter.Add(7);

        var series = _rig.Values.Read("test.count").OrderBy(one => one.Sum).ToArray();
        series.Select(one => one.Sum).ShouldBe([3, 5, 7]);
        series[0].Tags.ShouldBe([new("route", "a"), new("status", "200")]);
        series[0].Tag("status").ShouldBe("200");
        series[1].Tag("status").ShouldBe("500");
        series[2].Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Read_Unknown_IsEmpty() => _rig.Values.Read("test.nothing").ShouldBeEmpty();

    [Fact]
    public void Read_Gauges_GiveTheValueOfThisMoment()
    {
        var upDown = _rig.Meter.CreateUpDownCounter<long>("test.up_down");
        var gauge = _rig.Meter.CreateGauge<double>("test.gauge");
        var observed = 1;
        _rig.Meter.CreateObservableGauge("test.observed", () => new Measurement<int>(observed, new KeyValuePair<string, object?>("state", "ready")));

        upDown.Add(5);
        upDown.Add(-2);
        gauge.Record(5);
        gauge.Record(2.5);
        observed = 4;

        _rig.Values.Read("test.up_down").ShouldHaveSingleItem().Sum.ShouldBe(3);
        _rig.Values.Read("test.gauge").ShouldHaveSingleItem().Sum.ShouldBe(2.5);
        var series = _rig.Values.Read("test.observed").ShouldHaveSingleItem();
        series.Sum.ShouldBe(4);
        series.Tag("state").ShouldBe("ready");
    }

    [Fact]
    public void Read_ObservedThatThrows_IsEmptyAndHurtsNobody()
    {
        _rig.Meter.CreateObservableGauge("test.broken", new Func<int>(() => throw new InvalidOperationException("broken")));
        _rig.Meter.CreateObservableGauge("test.whole", () => 1);

        _rig.Values.Read("test.broken").ShouldBeEmpty();
        _rig.Values.Read("test.whole").ShouldHaveSingleItem().Sum.ShouldBe(1);
    }

    [Fact]
    public void Read_Histogram_GivesCountSumMaxAndPercentilesOfIntervals()
    {
        var histogram = _rig.Meter.CreateHistogram<double>("test.time", "s");
        for (var i = 1; i <= 100; i++)
            histogram.Record(i / 1000.0);
        var first = _rig.Values.Read("test.time").ShouldHaveSingleItem();
        for (var i = 1; i <= 100; i++)
            histogram.Record(i / 100.0);
        var both = _rig.Values.Read("test.time").ShouldHaveSingleItem();
        var second = both.Since(first);

        first.Count.ShouldBe(100);
        first.Sum.ShouldBe(5.05, 1e-9);
        first.Max.ShouldBe(0.1);
        first.Percentile(0.5).ShouldBe(0.05, 0.003);
        both.Count.ShouldBe(200);
        second.Count.ShouldBe(100);
        second.Sum.ShouldBe(50.5, 1e-9);
        second.Percentile(0.5).ShouldBe(0.5, 0.03);
        second.Percentile(0.99).ShouldBe(0.99, 0.06);
        second.Max.ShouldBe(1);
    }

    [Fact]
    public void Record_MoreSetsOfTagsThanAllowed_GoIntoOneSeries()
    {
        var counter = _rig.Meter.CreateCounter<long>("test.many");

        for (var i = 0; i < 5_000; i++)
            counter.Add(1, new KeyValuePair<string, object?>("id", i));

        var series = _rig.Values.Read("test.many");
        series.Count.ShouldBe(MeasuredInstrument.MostSeries + 1);
        series.Single(one => one.Tag("otel.metric.overflow") == "true").Sum.ShouldBe(5_000 - MeasuredInstrument.MostSeries);
        series.Sum(one => one.Sum).ShouldBe(5_000);
    }

    [Fact]
    public void Record_KnownSeries_AllocatesNothing()
    {
        var counter = _rig.Meter.CreateCounter<long>("test.count");
        var histogram = _rig.Meter.CreateHistogram<double>("test.time");
        var (route, status) = (new KeyValuePair<string, object?>("route", "a"), new KeyValuePair<string, object?>("status", "200"));
        Record(1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Record(10_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Record(int times)
        {
            for (var i = 0; i < times; i++)
            {
                counter.Add(1, route, status);
                histogram.Record(i, status);
            }
        }
    }

    [Fact]
    public async Task Record_FromManyThreads_LosesNothing()
    {
        var counter = _rig.Meter.CreateCounter<long>("test.count");
        var histogram = _rig.Meter.CreateHistogram<double>("test.time");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                counter.Add(1, new KeyValuePair<string, object?>("tag", i % 300));
                histogram.Record((thread * 10_000) + i);
            }
        })));

        var counts = _rig.Values.Read("test.count");
        counts.Count.ShouldBe(300);
        counts.Sum(one => one.Sum).ShouldBe(80_000);
        var times = _rig.Values.Read("test.time").ShouldHaveSingleItem();
        times.Count.ShouldBe(80_000);
        times.Sum.ShouldBe(80_000.0 * 79_999 / 2);
        times.Max.ShouldBe(79_999);
    }

    [Fact]
    public void Read_InstrumentsOfAnotherFactory_AreNotHeard()
    {
        using var other = new MeterRig();
        other.Meter.CreateCounter<long>("test.count").Add(3);
        _rig.Meter.CreateCounter<long>("test.count").Add(1);

        _rig.Values.Read("test.count").ShouldHaveSingleItem().Sum.ShouldBe(1);
        other.Values.Read("test.count").ShouldHaveSingleItem().Sum.ShouldBe(3);
    }

    [Fact]
    public void Read_RuntimesOwnMeter_IsThere()
    {
        _rig.Values.Read("dotnet.process.memory.working_set").ShouldHaveSingleItem().Sum.ShouldBeGreaterThan(0);
        _rig.Values.Instruments.ShouldContain(instrument => instrument.Name == "dotnet.gc.collections" && instrument.Kind == MeterKind.Counter);
    }

    [Fact]
    public void AddTelemetry_Always_ReadsWhatVexeraMetricsRecords()
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddTelemetry().BuildServiceProvider();
        var values = services.GetRequiredService<IMeterValues>();

        services.GetRequiredService<VexeraMetrics>().DnsQueries.Add(1);

        values.Read("vexera.dns.queries").ShouldHaveSingleItem().Count.ShouldBe(1);
    }
}
