using Vexera.Core.Telemetry.Instruments;
using Vexera.Tests.Telemetry.Reading;

namespace Vexera.Tests.Telemetry.Instruments;

public sealed class StripedCountersTests : IDisposable
{
    private readonly MeterRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Add_FromManyThreads_LosesNothing()
    {
        var counters = Create();
        var (one, other) = (counters.With(Tag("one")), counters.With(Tag("other")));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                one.Add();
                other.Add(2);
            }
        })));

        var series = _rig.Values.Read("test.events");
        series.Single(read => read.Tag("event") == "one").Sum.ShouldBe(80_000);
        series.Single(read => read.Tag("event") == "other").Sum.ShouldBe(160_000);
        counters.Total.ShouldBe(240_000);
    }

    [Fact]
    public void With_SameTagsTwice_IsTheSameSeries()
    {
        var counters = Create();

        counters.With(Tag("one")).Add();
        counters.With(Tag("one")).Add();

        _rig.Values.Read("test.events").ShouldHaveSingleItem().Sum.ShouldBe(2);
    }

    [Fact]
    public void With_MoreSeriesThanAllowed_SharesTheLast()
    {
        var counters = Create(mostSeries: 4);

        for (var i = 0; i < 10; i++)
            counters.With(Tag($"{i}")).Add();

        var series = _rig.Values.Read("test.events");
        series.Count.ShouldBe(4);
        series.Single(read => read.Tag("otel.metric.overflow") == "true").Sum.ShouldBe(7);
    }

    [Fact]
    public void Read_NothingCounted_HasNoSeries()
    {
        Create().With(Tag("one"));

        _rig.Values.Read("test.events").ShouldBeEmpty();
    }

    [Fact]
    public void Add_Always_AllocatesNothing()
    {
        var counter = Create().With(Tag("one"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++)
            counter.Add();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static KeyValuePair<string, object?> Tag(string name) => new("event", name);

    private StripedCounters Create(int mostSeries = 16) => new(_rig.Meter, "test.events", "{event}", "A test's", mostSeries);
}
