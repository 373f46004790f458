using System.Net;
using System.Net.Sockets;
using Vexera.Core.Monitoring.Statsd;
using Vexera.Core.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Monitoring.Statsd;

/// <summary>Statistics can never hurt: everything that can be wrong with the server and its name.</summary>
public sealed class StatsdTroubleTests
{
    [Fact]
    public async Task Host_UnresolvableAtStart_IsSaidOnceAndNothingIsLost()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = StatsdRig.Host, Port = server.Port });
        await rig.StartAsync();

        rig.Metrics.Resumes.Add(3);
        rig.Tick();
        await rig.Resolver.FailAsync();
        await Eventually.UntilAsync(() => rig.Failures("unresolved") == 1);
        rig.Metrics.Resumes.Add(4);
        rig.Tick();
        await rig.Resolver.FailAsync();
        await Eventually.UntilAsync(() => rig.Failures("unresolved") == 2);
        rig.Tick();
        await rig.Resolver.AnswerAsync("127.0.0.1");

        await Eventually.UntilAsync(() => server.Lines.Contains("vexera.shard.resumes:7|c"));
        rig.Troubles.ShouldHaveSingleItem().Text.ShouldContain(StatsdRig.Host);
    }

    [Fact]
    public async Task Host_UnresolvableLater_GoesOnToTheKnownAddress()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = StatsdRig.Host, Port = server.Port, Interval = TimeSpan.FromMinutes(2) });
        await rig.StartAsync();
        rig.Metrics.Resumes.Add(1);
        rig.Tick();
        await rig.Resolver.AnswerAsync("127.0.0.1");
        await Eventually.UntilAsync(() => server.Lines.Contains("vexera.shard.resumes:1|c"));

        for (var count = 2; count <= 5; count++)
        {
            rig.Metrics.Resumes.Add(count);
            rig.Tick();
            await rig.Resolver.FailAsync();
            await Eventually.UntilAsync(() => server.Lines.Contains($"vexera.shard.resumes:{count}|c"));
        }

        rig.Resolver.Questions.ShouldBe(5);
        rig.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_Refuses_IsCountedAndSaidOnceAMinute()
    {
        await using var rig = new StatsdRig(new StatsdOptions { Host = "127.0.0.1", Port = ClosedPort() });
        await rig.StartAsync();

        await Eventually.UntilAsync(() =>
        {
            rig.Metrics.Resumes.Add(1);
            rig.Tick();
            return rig.Failures("refused") >= 20;
        });

        var minutes = (rig.Time.GetUtcNow() - rig.Time.Start).TotalMinutes;
        rig.Troubles.Count().ShouldBeInRange(1, (int)minutes + 1);
        rig.Troubles.Last().Text.ShouldContain("nobody listens there");
    }

    [Fact]
    public async Task Server_NeverReads_HoldsNobodyUp()
    {
        using var server = new UdpServer(reads: false);
        await using var rig = new StatsdRig(new StatsdOptions { Host = "127.0.0.1", Port = server.Port });
        await rig.StartAsync();

        await Eventually.UntilAsync(() =>
        {
            for (var i = 0; i < 200; i++)
                rig.Metrics.Commands.Add(1, new("command", $"command-{i}"), new("outcome", "done"));
            rig.Tick();
            return rig.Sent >= 2_000;
        });

        // The test's clock may overtake a thread that has to wait for its turn; a socket that holds up would never come to 2,000.
        rig.Failures("socket").ShouldBe(0);
        rig.Failures("refused").ShouldBe(0);
    }

    [Fact]
    public async Task Resolver_Slow_HoldsUpNeitherRecordingNorStop()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = StatsdRig.Host, Port = server.Port });
        await rig.StartAsync();
        rig.Tick();
        var question = await rig.Resolver.NextAsync();

        rig.Metrics.Resumes.Add(1);
        rig.Tick();
        await Eventually.UntilAsync(() => rig.Failures("timeout") + rig.Failures("unresolved") >= 1);
        await rig.StopAsync();

        rig.Resolver.Questions.ShouldBeLessThanOrEqualTo(2);
        question.TrySetCanceled(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Resolver_ThrowsAnything_IsCounted()
    {
        using var server = new UdpServer();
        await using var rig = new StatsdRig(new StatsdOptions { Host = StatsdRig.Host, Port = server.Port });
        await rig.StartAsync();

        rig.Tick();
        (await rig.Resolver.NextAsync()).SetException(new InvalidOperationException("a resolver's bug"));
        await Eventually.UntilAsync(() => rig.Failures("unresolved") == 1);
        rig.Metrics.Resumes.Add(1);
        rig.Tick();
        await rig.Resolver.AnswerAsync("127.0.0.1");

        await Eventually.UntilAsync(() => server.Lines.Contains("vexera.shard.resumes:1|c"));
    }

    [Fact]
    public async Task Recordings_AMillionWhileNothingCanBeSent_AllocateNothingAndAskAFewTimes()
    {
        const int Threads = 4;
        await using var rig = new StatsdRig(new StatsdOptions { Host = StatsdRig.Host }, new FailingResolver());
        await rig.StartAsync();
        Record(rig, 1_000);

        var allocated = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Record(rig, 1_000_000 / Threads);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        })));
        await Eventually.UntilAsync(() =>
        {
            rig.Tick();
            return rig.Failures("unresolved") >= 20;
        });

        allocated.ShouldAllBe(bytes => bytes == 0);
        rig.Troubles.Count().ShouldBeLessThanOrEqualTo((int)(rig.Time.GetUtcNow() - rig.Time.Start).TotalMinutes + 1);
    }

    private static void Record(StatsdRig rig, int times)
    {
        var tag = new KeyValuePair<string, object?>("scope", "User");
        for (var i = 0; i < times; i++)
        {
            rig.Metrics.RestRateLimited.Add(1, tag);
            rig.Metrics.HandlerDuration.Record(0.001, tag);
        }
    }

    private static int ClosedPort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
    }

    private sealed class FailingResolver : IAddressResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromException<IReadOnlyList<IPAddress>>(new SocketException((int)SocketError.TryAgain));
    }
}
