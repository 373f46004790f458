using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Gateway;

/// <summary>A client that falls further behind than the sandbox remembers.</summary>
public sealed class SlowClientTests
{
    private const int Remembered = 50;
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(1_234);
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Overtaken_Slow_IsClosedWith4000AndCountedOnce()
    {
        await using var fixture = await StartAsync();
        await using var client = await fixture.ReadyAsync();
        fixture.Faults.Add(new GatewayFault(GatewayFaultKind.SlowSends) { Delay = Slowness });
        fixture.Say("on its way");
        await fixture.Clock.WaitedForAsync(Slowness);

        SayMoreThanRemembered(fixture);

        fixture.Stats["slow_consumers"].ShouldBe(1);
        fixture.Clock.Advance(Slowness);
        (await client.ReceiveCloseAsync()).ShouldBe(4000);
        fixture.Stats["slow_consumers"].ShouldBe(1);
    }

    [Fact]
    public async Task Overtaken_ReadsAgainInTime_IsClosedWith4000()
    {
        await using var fixture = await StartAsync();
        await using var client = await fixture.ReadyAsync();
        Block(fixture);

        SayMoreThanRemembered(fixture);

        fixture.Stats["slow_consumers"].ShouldBe(1);
        (await client.ReceiveCloseAsync()).ShouldBe(4000);
    }

    [Fact]
    public async Task Overtaken_ReadsNothing_IsCutOffAndTheWorldGoesOn()
    {
        await using var fixture = await StartAsync();
        await using var blocked = await fixture.ReadyAsync();
        Block(fixture);

        SayMoreThanRemembered(fixture);

        fixture.Stats["slow_consumers"].ShouldBe(1);
        Connections(fixture).ShouldHaveSingleItem();
        fixture.Clock.Advance(CloseGrace);
        await Eventually.UntilAsync(() => Connections(fixture).Count == 0);
        await blocked.ReceiveCutAsync();
        await using var other = await fixture.ReadyAsync();
        fixture.Say("still here");
        (await other.ReceiveAsync("MESSAGE_CREATE")).Text("content").ShouldBe("still here");
    }

    private static Task<GatewayFixture> StartAsync() =>
        GatewayFixture.StartAsync(options => options with { Gateway = options.Gateway with { ReplayEvents = Remembered } });

    private static void SayMoreThanRemembered(GatewayFixture fixture)
    {
        for (var number = 0; number < 2 * Remembered; number++)
        {
            fixture.Say($"{number}");
        }
    }

    // More than the buffers between the two ends hold: whoever sends it waits for the client to read.
    private static void Block(GatewayFixture fixture) =>
        Connections(fixture).Single().Post(new OutboundFrame.Raw(new byte[64 * 1024 * 1024], Binary: true));

    private static IReadOnlyList<GatewayConnection> Connections(GatewayFixture fixture) =>
        fixture.Sandbox.Services.GetRequiredService<ConnectionDirectory>().Of(null);
}
