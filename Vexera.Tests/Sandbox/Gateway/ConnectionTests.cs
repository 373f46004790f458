using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Vexera.Tests.Sandbox.Gateway;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Connect_Always_SaysHello()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await GatewayClient.ConnectAsync(fixture.Sandbox);

        var hello = await client.ReceiveAsync();

        hello.GetProperty("op").GetInt32().ShouldBe(10);
        hello.Data().GetProperty("heartbeat_interval").GetInt32().ShouldBe(41250);
        hello.GetProperty("s").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("?v=6&encoding=json", 4012)]
    [InlineData("?v=x&encoding=json", 4012)]
    [InlineData("?v=10&encoding=etf", 4002)]
    [InlineData("?v=10&encoding=json&compress=brotli", 4002)]
    public async Task Connect_UnservedQuery_Closes(string query, int code)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await GatewayClient.ConnectAsync(fixture.Sandbox, query);

        (await client.ReceiveCloseAsync()).ShouldBe(code);
        fixture.Stats.ViolationCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("/gateway")]
    [InlineData("/gateway/")]
    [InlineData("/gateway/resume")]
    [InlineData("/")]
    public async Task Connect_AnyFormOfTheAddress_IsServed(string path)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await GatewayClient.ConnectAsync(fixture.Sandbox, path: path);

        (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(10);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("zlib-stream")]
    [InlineData("zstd-stream")]
    public async Task Connect_WithCompression_RoundTripsEveryFrame(string? compress)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync(compress);
        await client.IdentifyAsync(fixture.Bot);
        await client.ReceiveAsync("GUILD_CREATE");
        await client.ReceiveAsync("GUILD_CREATE");

        foreach (var text in new[] { "short", new string('x', 2000), "emoji 🦀 and עברית" })
        {
            fixture.Say(text);
            (await client.ReceiveAsync("MESSAGE_CREATE")).Text("content").ShouldBe(text);
        }

        client.LastType.ShouldBe(compress is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary);
        if (compress == "zlib-stream")
        {
            client.LastRaw[^4..].ShouldBe([0x00, 0x00, 0xFF, 0xFF]);
        }
    }

    [Fact]
    public async Task Heartbeat_Always_IsAcknowledged()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.SendAsync(1, null);

        (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(11);
    }

    [Fact]
    public async Task Heartbeat_WithASequenceThatNeverWas_IsAViolation()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await client.SendAsync(1, 9999);

        await client.ReceiveAsync(11);
        fixture.ViolatedRules.ShouldBe(["heartbeat-seq"]);
    }

    [Fact]
    public async Task Heartbeat_MissedForTwoIntervals_Closes4009()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();
        fixture.Clock.Advance(TimeSpan.FromSeconds(60));
        await client.SendAsync(1, null);
        await client.ReceiveAsync(11);
        fixture.Clock.Advance(TimeSpan.FromSeconds(60));
        await client.SendAsync(1, null);
        await client.ReceiveAsync(11);

        fixture.Clock.Advance(TimeSpan.FromSeconds(83));

        (await client.ReceiveCloseAsync()).ShouldBe(4009);
        fixture.ViolatedRules.ShouldBe(["heartbeat-missed"]);
    }

    [Theory]
    [InlineData("{\"op\":", 4002)]
    [InlineData("[1,2]", 4002)]
    [InlineData("{\"d\":null}", 4002)]
    [InlineData("{\"op\":\"1\"}", 4002)]
    [InlineData("{\"op\":1} trailing", 4002)]
    [InlineData("{\"op\":1,\"d\":\"x\"}", 4002)]
    [InlineData("{\"op\":3,\"d\":{}}", 4003)]
    [InlineData("{\"op\":8,\"d\":{}}", 4003)]
    [InlineData("{\"op\":99,\"d\":{}}", 4003)]
    public async Task Send_BeforeIdentify_ClosesWithItsCode(string frame, int code)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.SendRawAsync(frame);

        (await client.ReceiveCloseAsync()).ShouldBe(code);
        fixture.Stats.ViolationCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"op\":99,\"d\":null}", 4001)]
    [InlineData("{\"op\":0,\"d\":{}}", 4001)]
    [InlineData("{\"op\":3,\"d\":{\"status\":\"sleepy\"}}", 4002)]
    [InlineData("{\"op\":8,\"d\":{\"guild_id\":\"x\"}}", 4002)]
    [InlineData("{\"op\":4,\"d\":null}", 4002)]
    public async Task Send_WrongAfterIdentify_ClosesWithItsCode(string frame, int code)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await client.SendRawAsync(frame);

        (await client.ReceiveCloseAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Send_FrameOver4096Bytes_Closes4002()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.SendRawAsync($"{{\"op\":1,\"d\":null,\"x\":\"{new string('x', 4096)}\"}}");

        (await client.ReceiveCloseAsync()).ShouldBe(4002);
        fixture.ViolatedRules.ShouldBe(["frame-size"]);
    }

    [Fact]
    public async Task Send_BinaryFrame_Closes4002()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.SendRawAsync("{\"op\":1}", WebSocketMessageType.Binary);

        (await client.ReceiveCloseAsync()).ShouldBe(4002);
    }

    [Fact]
    public async Task Send_MoreThan120InAMinute_Closes4008()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();
        await SendHeartbeatsAsync(client, 120);
        fixture.Clock.Advance(TimeSpan.FromSeconds(60));
        await SendHeartbeatsAsync(client, 120);

        await client.SendAsync(1, null);

        (await client.ReceiveCloseAsync()).ShouldBe(4008);
        fixture.ViolatedRules.ShouldBe(["send-rate"]);
    }

    [Fact]
    public async Task Close_ByClient_IsEchoed()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await client.CloseAsync(4200);

        client.CloseCode.ShouldBe(4200);
    }

    private static async Task SendHeartbeatsAsync(GatewayClient client, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await client.SendAsync(1, (JsonNode?)null);
            await client.ReceiveAsync(11);
        }
    }
}
