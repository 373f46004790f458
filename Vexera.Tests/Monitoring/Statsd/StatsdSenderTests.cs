using System.Net;
using Vexera.Core.Monitoring.Statsd;
using Vexera.Core.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Monitoring.Statsd;

/// <summary>What the sender sends when all is well.</summary>
public sealed class StatsdSenderTests
{
    [Fact]
    public async Task Tick_CountersAndGauges_AreThoseOfTheInterval()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = "127.0.0.1", Port = server.Port });
        await rig.StartAsync();

        rig.Metrics.Resumes.Add(3);
        rig.Metrics.DispatchQueued.Source = () => 42;
        rig.Tick();
        await Eventually.UntilAsync(() => server.Lines.Contains("vexera.shard.resumes:3|c") && server.Lines.Contains("vexera.dispatch.queued:42|g"));
        rig.Metrics.Resumes.Add(4);
        rig.Tick();
        await Eventually.UntilAsync(() => server.Lines.Contains("vexera.shard.resumes:4|c"));

        server.Lines.Where(line => line.StartsWith("vexera.shard.resumes:", StringComparison.Ordinal)).ShouldBe(["vexera.shard.resumes:3|c", "vexera.shard.resumes:4|c"]);
        rig.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tick_Tags_AreTagsOfDogStatsD()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = "127.0.0.1", Port = server.Port, Dialect = StatsdDialect.DogStatsD, Prefix = "bots." });
        await rig.StartAsync();

        rig.Metrics.RestRequests.Add(2, new("route", "GET /channels/{id}"), new("status", "200"));
        rig.Tick();

        await Eventually.UntilAsync(() => server.Lines.Contains("bots.vexera.rest.requests:2|c|#route:GET_/channels/_id_,status:200"));
    }

    [Fact]
    public async Task Tick_ManySeries_FillsDatagramsThatNoRouterSplits()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = "127.0.0.1", Port = server.Port });
        await rig.StartAsync();

        for (var i = 0; i < 500; i++)
            rig.Metrics.Commands.Add(i + 1, new("command", $"command-{i}"), new("outcome", "done"));
        rig.Tick();
        await Eventually.UntilAsync(() => server.Lines.Count(line => line.StartsWith("vexera.commands.", StringComparison.Ordinal)) == 500);

        server.Datagrams.ShouldAllBe(datagram => datagram.Length <= 1_432);
        server.Datagrams.Count.ShouldBeGreaterThan(10);
        server.Lines.ShouldContain("vexera.commands.command-499.done:500|c");
    }

    [Fact]
    public async Task Tick_AGaugeThatThrows_KeepsNothingElseBack()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = "127.0.0.1", Port = server.Port });
        await rig.StartAsync();

        rig.Metrics.DispatchQueued.Source = () => throw new InvalidOperationException("broken");
        rig.Metrics.Resumes.Add(1);
        rig.Tick();

        await Eventually.UntilAsync(() => server.Lines.Contains("vexera.shard.resumes:1|c"));
    }

    [Fact]
    public async Task Stop_AfterRecordings_SendsTheLastOfThem()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = "127.0.0.1", Port = server.Port });
        await rig.StartAsync();

        rig.Metrics.Resumes.Add(7);
        await rig.StopAsync();

        await Eventually.UntilAsync(() => server.Lines.Contains("vexera.shard.resumes:7|c"));
    }

    [Fact]
    public async Task Start_NoHost_EndsAtOnce()
    {
        await using var rig = new StatsdRig(new StatsdOptions());

        await rig.Sender.StartAsync(TestContext.Current.CancellationToken);
        await rig.Sender.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        rig.Log.Lines.ShouldBeEmpty();
        rig.Resolver.Questions.ShouldBe(0);
    }

    [Fact]
    public async Task Tick_NameThatASandboxResolves_Arrives()
    {
        await using var sandbox = await Vexera.Sandbox.SandboxServer.StartAsync(
            new Vexera.Sandbox.SandboxOptions { Urls = "http://127.0.0.1:0", Dns = new IPEndPoint(IPAddress.Loopback, 0) }, TestContext.Current.CancellationToken);
        using var server = new UdpServer();
        await using var rig = new StatsdRig(
            new StatsdOptions { Host = StatsdRig.Host, Port = server.Port }, new DnsServerResolver(sandbox.Dns!, TimeProvider.System));
        await rig.StartAsync();

        rig.Metrics.Resumes.Add(2);
        rig.Tick();

        await Eventually.UntilAsync(() => server.Lines.Contains("vexera.shard.resumes:2|c"));
    }
}
