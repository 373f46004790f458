using Vexera.Core.Monitoring.Statsd;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Tests.Monitoring.Statsd;

public sealed class StatsdLinesTests
{
    private static readonly KeyValuePair<string, string>[] Tags = [new("route", "GET /a:b|c#d,é"), new("status", "200")];
    private readonly StatsdLines _plain = new(StatsdDialect.StatsD, "");
    private readonly StatsdLines _dog = new(StatsdDialect.DogStatsD, "");

    [Fact]
    public void Of_TagsWithSignsOfTheProtocol_HoldsNoneOfThem()
    {
        var counter = new MeterInstrument("c", MeterKind.Counter, null);
        var series = new MeterSeries(Tags, 2, 2, 2);

        _plain.Of(counter, series).ShouldBe(["c.GET__a_b_c_d__.200:2|c"]);
        _dog.Of(counter, series).ShouldBe(["c:2|c|#route:GET_/a_b_c_d__,status:200"]);
    }

    [Fact]
    public void Of_CounterThatStoodStill_IsNoLine() =>
        _plain.Of(new MeterInstrument("c", MeterKind.Counter, null), new MeterSeries([], 0, 0, 0)).ShouldBeEmpty();

    [Fact]
    public void Of_NegativeGauge_IsNoChangeToTheOriginalServer()
    {
        var gauge = new MeterInstrument("g", MeterKind.Gauge, null);
        var series = new MeterSeries([], -5, -5, -5);

        _plain.Of(gauge, series).ShouldBe(["g:0|g", "g:-5|g"]);
        _dog.Of(gauge, series).ShouldBe(["g:-5|g"]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_GaugeThatIsNoNumber_IsNoLine(double value) =>
        _plain.Of(new MeterInstrument("g", MeterKind.Gauge, null), new MeterSeries([], 0, value, value)).ShouldBeEmpty();

    [Theory]
    [InlineData(1e12, "g:1000000000000|g")]
    [InlineData(0.000_001_5, "g:0.0000015|g")]
    public void Of_AnySize_IsWrittenWithoutAnExponent(double value, string line) =>
        _plain.Of(new MeterInstrument("g", MeterKind.Gauge, null), new MeterSeries([], 0, value, value)).ShouldBe([line]);

    [Fact]
    public void Of_Histogram_IsCountSumPercentilesAndMax()
    {
        var buckets = new long[ExponentialBuckets.Count];
        buckets[ExponentialBuckets.IndexOf(0.5)] = 4;
        var series = new MeterSeries([], 4, 2, 0.5) { Buckets = buckets };

        _plain.Of(new MeterInstrument("h", MeterKind.Histogram, "s"), series)
            .ShouldBe(["h.count:4|c", "h.sum:2|c", "h.p50:0.5|g", "h.p95:0.5|g", "h.p99:0.5|g", "h.max:0.5|g"]);
    }

    [Fact]
    public void Packet_LinesOfAnyLength_AreTakenWhole()
    {
        var packet = new StatsdPacket();

        packet.TryAdd(new string('a', StatsdPacket.Capacity + 1)).ShouldBeFalse();
        packet.TryAdd(new string('a', 1_000)).ShouldBeTrue();
        packet.TryAdd(new string('b', 432)).ShouldBeFalse();
        packet.TryAdd(new string('b', 431)).ShouldBeTrue();

        packet.Content.Length.ShouldBe(StatsdPacket.Capacity);
        packet.TryAdd("").ShouldBeFalse();
    }
}
