using Vexera.Host.Drills.Sampling;

namespace Vexera.Tests.Host.Drills.Sampling;

/// <summary>The page <c>/metrics</c> as a drill reads it.</summary>
public sealed class PrometheusTests
{
    private const string Page = """
        # TYPE vexera_events_received_total counter
        vexera_events_received_total{otel_scope_name="Vexera",event="MESSAGE_CREATE"} 12 1764244800000
        vexera_events_received_total{otel_scope_name="Vexera",event="READY {x}"} 3 1764244800000
        vexera_events_received_total_other 100
        vexera_dispatch_queued 7
        """;

    [Theory]
    [InlineData("vexera_events_received_total", 15.0)]
    [InlineData("vexera_dispatch_queued", 7.0)]
    [InlineData("vexera_nothing", null)]
    public void Sum_OfAName_AddsItsSeriesAlone(string name, double? sum) => Prometheus.Sum(Page, name).ShouldBe(sum);
}
