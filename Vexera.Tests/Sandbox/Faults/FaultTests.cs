using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Sandbox.Faults;

public sealed class FaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drop_CutsTheConnectionAndKeepsTheSession()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await FaultAsync(fixture, """{"kind":"drop"}""");

        await client.ReceiveCutAsync();
        fixture.Session(client.SessionId).ShouldNotBeNull();
    }

    [Fact]
    public async Task Drop_OfSomeShards_LeavesTheOthers()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var zero = await fixture.ReadyAsync(shard: [0, 2]);
        await using var one = await fixture.ReadyAsync(shard: [1, 2]);

        await FaultAsync(fixture, """{"kind":"drop","shards":[1]}""");

        await one.ReceiveCutAsync();
        (await zero.WaitingNamesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"kind":"reconnect"}""", 7)]
    [InlineData("""{"kind":"heartbeat"}""", 1)]
    public async Task Opcode_IsSent(string fault, int opcode)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await FaultAsync(fixture, fault);

        (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(opcode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InvalidSession_EndsTheSessionUnlessItIsResumable(bool resumable)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await FaultAsync(fixture, $$"""{"kind":"invalid-session","resumable":{{(resumable ? "true" : "false")}}}""");

        var frame = await client.ReceiveAsync();
        frame.GetProperty("op").GetInt32().ShouldBe(9);
        frame.Data().GetBoolean().ShouldBe(resumable);
        (fixture.Session(client.SessionId) is not null).ShouldBe(resumable);
    }

    [Fact]
    public async Task Close_UsesTheCode()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await FaultAsync(fixture, """{"kind":"close","code":4003,"reason":"because"}""");

        (await client.ReceiveCloseAsync()).ShouldBe(4003);
    }

    [Fact]
    public async Task WithholdAcks_LastsUntilCleared()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        await FaultAsync(fixture, """{"kind":"withhold-acks","shards":[0]}""");
        await client.SendAsync(1, null);
        (await client.WaitingNamesAsync()).ShouldBeEmpty();

        (await fixture.HttpAsync(HttpMethod.Delete, "/sandbox/faults")).GetProperty("gateway").GetArrayLength().ShouldBe(0);

        await client.SendAsync(1, null);
        (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(11);
    }

    [Fact]
    public async Task NoHello_StaysSilentOnce()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await FaultAsync(fixture, """{"kind":"no-hello","count":1}""");
        await using var silent = await GatewayClient.ConnectAsync(fixture.Sandbox);
        await silent.SendAsync(1, null);
        (await silent.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(11);

        await using var next = await GatewayClient.ConnectAsync(fixture.Sandbox);
        (await next.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(10);
    }

    [Fact]
    public async Task NoReady_LeavesIdentifyUnanswered()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await FaultAsync(fixture, """{"kind":"no-ready","count":1}""");
        await using var client = await fixture.GreetedAsync();

        await client.IdentifyAsync(fixture.Bot);
        await client.SendAsync(1, null);

        (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(11);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4014)]
    public async Task CloseOnIdentify_UsesTheCode(int code)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await FaultAsync(fixture, $$"""{"kind":"close-on-identify","code":{{code}}}""");
        await using var client = await fixture.GreetedAsync();

        await client.IdentifyAsync(fixture.Bot);

        (await client.ReceiveCloseAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task InvalidateOnResume_RefusesThenLets()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        first.Abort();
        await FaultAsync(fixture, """{"kind":"invalidate-on-resume","resumable":true,"count":1}""");
        await using var second = await fixture.GreetedAsync();

        await second.ResumeAsync(fixture.Bot, first.SessionId, first.Sequence!.Value);
        (await second.ReceiveAsync()).Data().GetBoolean().ShouldBeTrue();

        await second.ResumeAsync(fixture.Bot, first.SessionId, first.Sequence!.Value);
        (await second.ReceiveAsync()).Name().ShouldBe("RESUMED");
    }

    [Theory]
    [InlineData("""{"kind":"refuse-upgrade"}""", "/gateway", true)]
    [InlineData("""{"kind":"dead-resume-url"}""", "/gateway/resume", true)]
    [InlineData("""{"kind":"dead-resume-url"}""", "/gateway", false)]
    public async Task Upgrade_Refused_Fails(string fault, string path, bool fails)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await FaultAsync(fixture, fault);

        if (fails)
        {
            await Should.ThrowAsync<WebSocketException>(GatewayClient.ConnectAsync(fixture.Sandbox, path: path));
        }
        else
        {
            await using var client = await GatewayClient.ConnectAsync(fixture.Sandbox, path: path);
            (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(10);
        }
    }

    [Fact]
    public async Task Dispatch_InjectsAnythingInSequence()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        var before = client.Sequence!.Value;

        await FaultAsync(fixture, """{"kind":"dispatch","name":"MESSAGE_CREATE","d":{"id":5,"guild_id":null}}""");
        await FaultAsync(fixture, """{"kind":"dispatch","name":"NEVER_HEARD_OF"}""");

        var injected = await client.ReceiveAsync();
        injected.GetProperty("s").GetInt64().ShouldBe(before + 1);
        injected.Data().GetProperty("id").GetInt32().ShouldBe(5);
        (await client.ReceiveAsync()).Data().ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Dispatch_RawData_NeedNotBeJson()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await FaultAsync(fixture, """{"kind":"dispatch","name":"MESSAGE_CREATE","raw":"{\"id\":"}""");

        Encoding.UTF8.GetString((await client.ReceiveMessageAsync())!).ShouldContain("\"d\":{\"id\":");
    }

    [Fact]
    public async Task Frame_SendsAnyTextEncoded()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync("zlib-stream");

        await FaultAsync(fixture, """{"kind":"frame","text":"{\"op\":42,\"d\":null}"}""");

        (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(42);
    }

    [Fact]
    public async Task Garbage_ReachesTheClientAsItIs()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await FaultAsync(fixture, """{"kind":"garbage","base64":"AAECAw=="}""");

        (await client.ReceiveMessageAsync()).ShouldBe([0, 1, 2, 3]);
        client.LastType.ShouldBe(WebSocketMessageType.Binary);
    }

    [Fact]
    public async Task Truncated_SendsHalfOfTheFrame()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync("zlib-stream");

        await FaultAsync(fixture, """{"kind":"truncated","text":"{\"op\":11,\"d\":\"something to cut\"}"}""");

        (await client.ReceiveMessageAsync())![^4..].ShouldNotBe([0x00, 0x00, 0xFF, 0xFF]);
    }

    [Fact]
    public async Task Oversized_IsAsLargeAsAsked()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await FaultAsync(fixture, """{"kind":"oversized","bytes":3000000}""");

        (await client.ReceiveMessageAsync())!.Length.ShouldBeGreaterThan(3_000_000);
    }

    [Fact]
    public async Task SlowSends_WaitsBeforeEachEvent()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        await FaultAsync(fixture, """{"kind":"slow-sends","delayMs":12345,"count":1}""");

        fixture.Say("late");
        await fixture.Clock.WaitedForAsync(TimeSpan.FromMilliseconds(12_345));
        var waiting = client.ReceiveAsync();
        waiting.IsCompleted.ShouldBeFalse();
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(12_345));

        (await waiting).Data().Text("content").ShouldBe("late");
    }

    [Fact]
    public async Task Outage_OfSomeGuilds_EndsWithTheFaults()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await FaultAsync(fixture, """{"kind":"outage","count":1}""");
        (await client.ReceiveAsync("GUILD_DELETE")).GetProperty("unavailable").GetBoolean().ShouldBeTrue();
        await fixture.HttpAsync(HttpMethod.Delete, "/sandbox/faults");

        (await client.ReceiveAsync("GUILD_CREATE")).Text("id").ShouldBe($"{WorldIds.Guild(0)}");
    }

    [Fact]
    public async Task SessionBudget_IsWhatIsSet()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await FaultAsync(fixture, """{"kind":"session-budget","remaining":0,"resetAfterMs":60000}""");
        await using var client = await fixture.GreetedAsync();

        await client.IdentifyAsync(fixture.Bot);

        (await client.ReceiveCloseAsync()).ShouldBe(4004);
        fixture.Clock.Advance(TimeSpan.FromSeconds(60));
        await using var later = await fixture.ReadyAsync();
        later.SessionId.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Rest_FailsAsOftenAsAsked()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await FaultAsync(fixture, """{"kind":"rest","status":503,"route":"GET /users","count":2}""");

        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 3; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(fixture.Sandbox.Address, "/api/v10/users/@me"));
            request.Headers.TryAddWithoutValidation("Authorization", $"Bot {fixture.Bot}");
            request.Headers.UserAgent.ParseAdd("DiscordBot (https://example.org, 1.0)");
            using var http = new HttpClient();
            statuses.Add((await http.SendAsync(request, Cancellation)).StatusCode);
        }

        statuses.ShouldBe([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK]);
    }

    [Theory]
    [InlineData("""{"kind":"earthquake"}""", "must be one of")]
    [InlineData("""{"kind":"close","code":999}""", "between 1000 and 4999")]
    [InlineData("""{"kind":"close","code":1006}""", "which no peer may send")]
    [InlineData("""{"kind":"drop","shard":[1]}""", "\"shard\" is not known here")]
    [InlineData("""{"kind":"drop","shards":"all"}""", "a list of whole numbers")]
    [InlineData("""{"kind":"rest","scope":"galaxy"}""", "user, shared, global")]
    [InlineData("""[]""", "must be a JSON object")]
    [InlineData("""{"kind":""", "must be a JSON object")]
    [InlineData("""{}""", "\"kind\" is needed")]
    public async Task Post_Wrong_SaysWhatIsAllowed(string fault, string message)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        using var http = new HttpClient { BaseAddress = fixture.Sandbox.Address };

        using var answer = await http.PostAsync("/sandbox/faults", new StringContent(fault), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).Text("error").ShouldContain(message);
    }

    private static Task<JsonElement> FaultAsync(GatewayFixture fixture, string fault) => fixture.HttpAsync(HttpMethod.Post, "/sandbox/faults", fault);
}
