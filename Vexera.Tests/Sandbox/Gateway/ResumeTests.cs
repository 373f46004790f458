using System.Text.Json.Nodes;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Gateway;

public sealed class ResumeTests
{
    [Fact]
    public async Task Resume_AfterADrop_ReplaysInOrderAndEndsWithResumed()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        var seen = first.Sequence!.Value;
        first.Abort();
        fixture.Say("one");
        fixture.Say("two");

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, seen);

        var frames = new[] { await second.ReceiveAsync(), await second.ReceiveAsync(), await second.ReceiveAsync() };
        frames.Select(Frames.Name).ShouldBe(["MESSAGE_CREATE", "MESSAGE_CREATE", "RESUMED"]);
        frames.Select(frame => frame.GetProperty("s").GetInt64()).ShouldBe([seen + 1, seen + 2, seen + 3]);
        frames[0].Data().Text("content").ShouldBe("one");
        fixture.Say("three");
        (await second.ReceiveAsync()).Data().Text("content").ShouldBe("three");
        fixture.Stats["resumes"].ShouldBe(1);
    }

    [Fact]
    public async Task Resume_EventsSentBeforeAreReplayed_IfTheClientSaysItMissedThem()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        var seen = first.Sequence!.Value;
        fixture.Say("again");
        await first.ReceiveAsync("MESSAGE_CREATE");
        first.Abort();

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, seen);

        (await second.ReceiveAsync()).Data().Text("content").ShouldBe("again");
        (await second.ReceiveAsync()).Name().ShouldBe("RESUMED");
        fixture.Stats["replays"].ShouldBe(1);
    }

    [Fact]
    public async Task Resume_Twice_TellsOfOneResumedEach()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        var seen = first.Sequence!.Value;
        first.Abort();
        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, seen);
        await second.ReceiveAsync("RESUMED");
        fixture.Say("between");
        await second.ReceiveAsync("MESSAGE_CREATE");
        second.Abort();

        await using var third = await fixture.GreetedAsync();
        await third.ResumeAsync(fixture.Bot, first.SessionId, seen);

        (await third.ReceiveAsync()).Name().ShouldBe("MESSAGE_CREATE");
        (await third.ReceiveAsync()).Name().ShouldBe("RESUMED");
    }

    [Fact]
    public async Task Resume_WhileTheOldConnectionIsOpen_CutsTheOldOneOff()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, first.Sequence!.Value);

        await second.ReceiveAsync("RESUMED");
        (await first.ReceiveCloseAsync()).ShouldBe(4000);
        fixture.Say("to the new one");
        (await second.ReceiveAsync("MESSAGE_CREATE")).Text("content").ShouldBe("to the new one");
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    [InlineData(4000, true)]
    [InlineData(4200, true)]
    public async Task Resume_AfterTheClientClosed_DependsOnItsCode(int code, bool resumes)
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        await first.CloseAsync(code);

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, first.Sequence!.Value);

        var answer = await second.ReceiveAsync();
        answer.GetProperty("op").GetInt32().ShouldBe(resumes ? 0 : 9);
        if (!resumes)
        {
            answer.Data().GetBoolean().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Resume_UnknownSession_IsRefusedAndMayIdentifyOnTheSameConnection()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.ResumeAsync(fixture.Bot, "nonesuch", 1);

        (await client.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(9);
        await client.IdentifyAsync(fixture.Bot);
        (await client.ReceiveAsync()).Name().ShouldBe("READY");
    }

    [Fact]
    public async Task Resume_AfterTheSessionsLifetime_IsRefused()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        await first.CloseAsync(4000);
        await fixture.Clock.PassAsync(TimeSpan.FromMinutes(3));

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, first.Sequence!.Value);

        (await second.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task Resume_SequenceThatNeverWas_Closes4007()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        await first.CloseAsync(4000);

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, 10_000);

        (await second.ReceiveCloseAsync()).ShouldBe(4007);
        fixture.ViolatedRules.ShouldBe(["invalid-seq"]);
    }

    [Fact]
    public async Task Resume_OtherUsersSession_IsRefused()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        first.Abort();

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.World.Users.TokenOf(fixture.Member.Id), first.SessionId, 1);

        (await second.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task Resume_MoreMissedThanIsKept_IsRefused()
    {
        await using var fixture = await GatewayFixture.StartAsync(options => options with { Gateway = options.Gateway with { ReplayEvents = 10 } });
        await using var first = await fixture.ReadyAsync();
        first.Abort();
        await Eventually.UntilAsync(() => !fixture.Session(first.SessionId)!.IsAttached);
        for (var number = 0; number < 20; number++)
        {
            fixture.Say($"{number}");
        }

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, first.Sequence!.Value);

        (await second.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(9);
        fixture.Stats["resumes_refused"].ShouldBe(1);
    }

    [Fact]
    public async Task Resume_MissedLongerAgoThanIsKept_IsRefused()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        first.Abort();
        await Eventually.UntilAsync(() => !fixture.Session(first.SessionId)!.IsAttached);
        fixture.Say("long ago");
        fixture.Clock.Advance(TimeSpan.FromSeconds(121));

        await using var second = await fixture.GreetedAsync();
        await second.ResumeAsync(fixture.Bot, first.SessionId, first.Sequence!.Value);

        (await second.ReceiveAsync()).GetProperty("op").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task Resume_ByTheAddressFromReady_IsCounted()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var first = await fixture.ReadyAsync();
        first.Abort();

        await using var second = await GatewayClient.ConnectAsync(fixture.Sandbox, path: new Uri(first.ResumeUrl).AbsolutePath);
        await second.ResumeAsync(fixture.Bot, first.SessionId, first.Sequence!.Value);

        await second.ReceiveAsync("RESUMED");
        fixture.Stats["resumes_by_resume_url"].ShouldBe(1);
    }

    [Fact]
    public async Task Resume_WithoutSequence_Closes4002()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.GreetedAsync();

        await client.SendAsync(6, new JsonObject { ["token"] = fixture.Bot, ["session_id"] = "x" });

        (await client.ReceiveCloseAsync()).ShouldBe(4002);
    }
}
