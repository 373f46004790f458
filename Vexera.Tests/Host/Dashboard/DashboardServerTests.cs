using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Vexera.Core.Shards;
using Vexera.Host.Dashboard;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>The web server beside the bot: what it answers before any page, and what happens when it cannot.</summary>
public sealed class DashboardServerTests
{
    private static readonly Dictionary<string, string?> Anywhere = [];

    [Fact]
    public async Task Live_Always_SaysYes()
    {
        await using var rig = new DashboardRig(Anywhere);
        await rig.StartAsync();

        (await rig.GetAsync("/health/live")).ShouldBe((HttpStatusCode.OK, """{"live":true}"""));
    }

    [Fact]
    public async Task Ready_AllShards_SaysYes()
    {
        await using var rig = new DashboardRig(Anywhere);
        await rig.StartAsync();

        (await rig.GetAsync("/health/ready")).ShouldBe((HttpStatusCode.OK, """{"ready":true,"shards":1,"shards_ready":1}"""));
    }

    [Fact]
    public async Task Ready_ShardNotThere_SaysNoAndWhy()
    {
        await using var rig = new DashboardRig(Anywhere);
        rig.Fleet.Shards = [new ShardStatus(0, ShardState.BackingOff, DateTimeOffset.UnixEpoch, null, "wss://somewhere/?token=secret")];
        await rig.StartAsync();

        (await rig.GetAsync("/health/ready")).ShouldBe((
            HttpStatusCode.ServiceUnavailable,
            """{"ready":false,"shards":1,"shards_ready":0,"reason":"Shards 0 are not ready: 1 of 1."}"""));
    }

    [Fact]
    public async Task Routes_OfAnotherRoom_AreServed()
    {
        await using var rig = new DashboardRig(Anywhere, routes: new Greeting());
        await rig.StartAsync();

        (await rig.GetAsync("/greeting")).ShouldBe((HttpStatusCode.OK, "hello"));
    }

    [Fact]
    public async Task Disabled_Starting_ListensNowhere()
    {
        await using var rig = new DashboardRig(new Dictionary<string, string?> { ["Dashboard:Enabled"] = "false" });
        await rig.StartAsync();

        (await rig.Address).ShouldBeNull();
        rig.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task PortTaken_Starting_WarnsOnceAndListensWhenItIsFree()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var rig = new DashboardRig(new Dictionary<string, string?> { ["Dashboard:Urls"] = $"http://127.0.0.1:{port}" });
        await rig.StartAsync();
        (await rig.Address).ShouldBeNull();

        await rig.PassUntilAsync(() => rig.Attempts > 2);
        rig.Warnings.ShouldHaveSingleItem().ShouldContain($":{port}");
        other.Stop();
        await rig.PassUntilAsync(() => rig.Log.Lines.Any(line => line.EventId == 10300));

        rig.Http.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        (await rig.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Stop_WithAnOpenConnection_DoesNotWaitForIt()
    {
        await using var rig = new DashboardRig(Anywhere, routes: new Greeting());
        await rig.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, rig.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("GET /stuck HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await Greeting.Reached.Task.WaitAsync(TestContext.Current.CancellationToken);

        await rig.StopAsync();
    }

    private sealed class Greeting : IDashboardRoutes
    {
        public static readonly TaskCompletionSource Reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Map(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/greeting", () => "hello");
            routes.MapGet("/stuck", async (HttpContext http) =>
            {
                Reached.TrySetResult();
                await new TaskCompletionSource().Task.WaitAsync(http.RequestAborted);
            });
        }
    }
}
