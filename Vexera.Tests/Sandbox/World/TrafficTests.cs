using System.Text;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Sandbox.World;

public sealed class TrafficTests
{
    [Fact]
    public async Task Traffic_Counted_NumbersEveryMessageOverAllShards()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Guilds = 50 });
        await using var zero = await fixture.ReadyAsync(shard: [0, 2]);
        await using var one = await fixture.ReadyAsync(shard: [1, 2]);

        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/traffic", """{"eventsPerSecond":0,"count":500}""");
        while ((await fixture.HttpAsync(HttpMethod.Get, "/sandbox/traffic")).GetProperty("running").GetBoolean())
        {
        }

        var frames = (await zero.WaitingAsync()).Concat(await one.WaitingAsync());
        frames.Select(frame => int.Parse(frame.Data().Text("content").Split(' ')[1], null)).Order().ShouldBe(Enumerable.Range(1, 500));
    }

    [Fact]
    public async Task Traffic_WithARate_FollowsTheClock()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();
        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/traffic", """{"eventsPerSecond":100}""");
        var last = 0L;
        for (var number = 0; last < 100 && number < 100_000; number++)
        {
            last = (await fixture.HttpAsync(HttpMethod.Get, "/sandbox/traffic")).GetProperty("lastMessage").GetInt64();
            if (last == 0)
            {
                fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await fixture.HttpAsync(HttpMethod.Delete, "/sandbox/traffic");

        last.ShouldBeGreaterThanOrEqualTo(100);
        (await fixture.HttpAsync(HttpMethod.Get, "/sandbox/traffic")).GetProperty("running").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData(1_600)]
    [InlineData(2_500)]
    public async Task Traffic_Size_IsAboutWhatIsAsked(int size)
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Guilds = 10 });
        await using var client = await fixture.ReadyAsync();

        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/traffic", $$"""{"eventsPerSecond":0,"count":50,"size":{{size}}}""");

        for (var number = 0; number < 50; number++)
        {
            var message = await client.ReceiveAsync("MESSAGE_CREATE");
            Encoding.UTF8.GetByteCount(message.GetRawText()).ShouldBeInRange(size - 150, size + 150);
        }
    }

    [Fact]
    public async Task Traffic_Mixed_HasTypingInIt()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync();

        await fixture.HttpAsync(HttpMethod.Post, "/sandbox/traffic", """{"eventsPerSecond":0,"count":20,"kind":"mixed"}""");

        (await client.ReceiveAsync("TYPING_START")).TryGetProperty("member", out _).ShouldBeTrue();
        await client.ReceiveAsync("TYPING_START");
        var traffic = await fixture.HttpAsync(HttpMethod.Get, "/sandbox/traffic");
        traffic.GetProperty("typings").GetInt32().ShouldBe(2);
        traffic.GetProperty("lastMessage").GetInt32().ShouldBe(18);
    }

    [Fact]
    public async Task Traffic_UnknownKind_IsRefused()
    {
        await using var fixture = await GatewayFixture.StartAsync();

        (await fixture.StatusAsync(HttpMethod.Post, "/sandbox/traffic", """{"kind":"noise"}""")).ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }
}
