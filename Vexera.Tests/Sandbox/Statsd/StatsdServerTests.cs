using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Sandbox.Statsd;

/// <summary>The sandbox's StatsD server counts what comes.</summary>
public sealed class StatsdServerTests
{
    [Fact]
    public async Task Server_Datagrams_AreCountedWithTheirMetrics()
    {
        await using var sandbox = await GatewayFixture.StartAsync(options => options with { Statsd = new IPEndPoint(IPAddress.Loopback, 0) });
        using var client = new UdpClient();
        foreach (var datagram in new[] { "a:1|c\nb:2|g", "c:3|ms\n" })
            await client.SendAsync(Encoding.ASCII.GetBytes(datagram), sandbox.Sandbox.Statsd!, TestContext.Current.CancellationToken);

        var statsd = await ReceivedAsync(sandbox, datagrams: 2);

        statsd.GetProperty("metrics").GetInt64().ShouldBe(3);
        statsd.GetProperty("address").GetString().ShouldBe(sandbox.Sandbox.Statsd!.ToString());
    }

    [Fact]
    public async Task Server_NotAskedFor_DoesNotListen()
    {
        await using var sandbox = await GatewayFixture.StartAsync();

        sandbox.Sandbox.Statsd.ShouldBeNull();
        (await ReceivedAsync(sandbox, datagrams: 0)).GetProperty("address").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static async Task<JsonElement> ReceivedAsync(GatewayFixture sandbox, long datagrams)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var statsd = (await sandbox.HttpAsync(HttpMethod.Get, "/sandbox/stats")).GetProperty("statsd");
            if (statsd.GetProperty("datagrams").GetInt64() >= datagrams)
                return statsd;
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
