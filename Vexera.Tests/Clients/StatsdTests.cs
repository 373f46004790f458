using System.Text.Json;
using Vexera.Core.Monitoring.Statsd;
using Vexera.Tests.Monitoring.Statsd;
using Vexera.Tests.Support;

namespace Vexera.Tests.Clients;

/// <summary>What the sender sends is what etsy's statsd, which knows nothing of it, understands.</summary>
public sealed class StatsdTests
{
    [Fact]
    public async Task Statsd_Unpatched_CountsWhatWasRecorded()
    {
        var folder = await NodePackages.InstallAsync("statsd", "server.cjs");
        await using var statsd = NodeClient.Start(Requires.Node(), folder, "server.cjs", new Dictionary<string, string>());
        var port = (await statsd.ReadUntilAsync("listening")).GetProperty("port").GetInt32();
        await using var rig = new StatsdRig(new StatsdOptions { Host = "127.0.0.1", Port = port, Prefix = "bots." });
        await rig.StartAsync();
        rig.Metrics.DispatchQueued.Source = () => 17;

        for (var interval = 1; interval <= 5; interval++)
        {
            await RecordAsync(rig, interval);
            rig.Tick();
            var until = interval * (interval + 1) / 2 * 1_000L;
            await statsd.ReadUntilAsync("flush", _ => Total(statsd, "bots.vexera.shard.resumes") >= until);
        }

        // Then nothing is under way any more that was sent.
        await rig.StopAsync();
        await statsd.ReadUntilAsync("flush", _ => Total(statsd, "statsd.packets_received") >= rig.Sent);

        Total(statsd, "bots.vexera.shard.resumes").ShouldBe(15_000);
        for (var route = 0; route < 300; route++)
            Total(statsd, $"bots.vexera.rest.requests.route-{route}.200").ShouldBe(5 * (route + 1));
        Total(statsd, "bots.vexera.rest.duration.count").ShouldBe(5 * 100);
        Total(statsd, "bots.vexera.rest.duration.sum").ShouldBe(5 * 100 * 0.25, 1e-6);
        Total(statsd, "statsd.bad_lines_seen").ShouldBe(0);
        Gauge(statsd, "bots.vexera.dispatch.queued").ShouldBe(17);
        Gauge(statsd, "bots.vexera.rest.duration.p99").ShouldBe(0.25, 0.001);
        rig.Troubles.ShouldBeEmpty();
    }

    private static Task RecordAsync(StatsdRig rig, int interval) => Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
    {
        for (var i = 0; i < interval * 250; i++)
            rig.Metrics.Resumes.Add(1);
        for (var i = 0; i < 25; i++)
            rig.Metrics.RestDuration.Record(0.25);
        for (var route = thread; route < 300; route += 4)
            rig.Metrics.RestRequests.Add(route + 1, new("route", $"route-{route}"), new("status", "200"));
    })));

    private static double Total(NodeClient statsd, string counter) => Flushes(statsd, "counters", counter).Sum();

    private static double Gauge(NodeClient statsd, string gauge) => Flushes(statsd, "gauges", gauge).Last();

    private static IEnumerable<double> Flushes(NodeClient statsd, string kind, string name) => statsd.Seen("flush")
        .Select(flush => flush.GetProperty(kind).TryGetProperty(name, out var value) ? value : default)
        .Where(value => value.ValueKind == JsonValueKind.Number)
        .Select(value => value.GetDouble());
}
