using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox;
using Vexera.Sandbox.Rest;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Rest.RateLimits;

public sealed class RestLimitsTests : RestTest
{
    [Fact]
    public async Task Take_EachRequest_CarriesTheHeaders()
    {
        var first = await Say(General);

        first.Header("X-RateLimit-Limit").ShouldBe("5");
        first.Header("X-RateLimit-Remaining").ShouldBe("4");
        first.Header("X-RateLimit-Reset-After").ShouldBe("5.000");
        double.Parse(first.Header("X-RateLimit-Reset"), CultureInfo.InvariantCulture)
            .ShouldBe(Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0 + 5, 0.001);
        first.Header("X-RateLimit-Bucket").Length.ShouldBe(32);
        first.Header("X-RateLimit-Scope").ShouldBeEmpty();
        first.Header("Via").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Take_OverTheBucket_Is429()
    {
        for (var i = 0; i < 5; i++)
            (await Say(General)).ShouldBe(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromSeconds(1.5));

        var refused = (await Say(General)).ShouldBe(HttpStatusCode.TooManyRequests);

        refused["retry_after"].GetDouble().ShouldBe(3.5);
        refused["global"].GetBoolean().ShouldBeFalse();
        refused["message"].GetString().ShouldBe("You are being rate limited.");
        refused.Header("Retry-After").ShouldBe("4");
        refused.Header("X-RateLimit-Scope").ShouldBe("user");
        refused.Header("X-RateLimit-Remaining").ShouldBe("0");
        refused.Header("X-RateLimit-Global").ShouldBeEmpty();
        Violations.ShouldBe(["rate-limit"]);

        Clock.Advance(TimeSpan.FromSeconds(3.5));
        (await Say(General)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Take_OtherChannel_SameBucketCountedApart()
    {
        var here = await Say(General);
        var there = await Say(ChannelId("playground"));

        there.Header("X-RateLimit-Bucket").ShouldBe(here.Header("X-RateLimit-Bucket"));
        there.Header("X-RateLimit-Remaining").ShouldBe("4");
    }

    [Fact]
    public async Task Take_OtherRoute_IsAnotherBucket()
    {
        var said = await Say(General);
        var read = await Bot.Get($"channels/{General}");
        read.Header("X-RateLimit-Bucket").ShouldNotBe(said.Header("X-RateLimit-Bucket"));
    }

    [Fact]
    public async Task Take_FiftyRequestsInASecond_IsTheGlobalLimit()
    {
        for (var i = 0; i < 50; i++)
            (await Bot.Get($"users/{(i % 2 == 0 ? BotId : MemberId)}?n={i}")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.TooManyRequests);

        var refused = (await Bot.Get($"channels/{General}")).ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Header("X-RateLimit-Global").ShouldBe("true");
        refused.Header("X-RateLimit-Scope").ShouldBe("global");
        refused.Header("X-RateLimit-Bucket").ShouldBeEmpty();
        refused["global"].GetBoolean().ShouldBeTrue();

        (await Member.Get($"channels/{General}")).ShouldBe(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Bot.Get($"channels/{General}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Take_People_AreNotLimited()
    {
        for (var i = 0; i < 60; i++)
            (await Member.Post($"channels/{General}/messages", new { content = "a" })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Take_DeletingOldMessages_HasItsOwnBucket()
    {
        var old = World.Messages.Create(General, World.Users.Get(MemberId), new MessageDraft { Content = "old" });
        Clock.Advance(TimeSpan.FromDays(15));
        var fresh = World.Messages.Create(General, World.Users.Get(MemberId), new MessageDraft { Content = "new" });

        var slow = await Bot.Delete($"channels/{General}/messages/{old.Id}");
        var fast = await Bot.Delete($"channels/{General}/messages/{fresh.Id}");

        slow.Header("X-RateLimit-Limit").ShouldBe("30");
        fast.Header("X-RateLimit-Limit").ShouldBe("5");
    }

    [Fact]
    public async Task Take_Reactions_ShareOneSmallBucket()
    {
        var said = await Say(General);
        var path = $"channels/{General}/messages/{said.Id}/reactions/%F0%9F%91%8D/@me";

        (await Bot.Put(path)).ShouldBe(HttpStatusCode.NoContent);
        (await Bot.Delete(path)).ShouldBe(HttpStatusCode.TooManyRequests)["retry_after"].GetDouble().ShouldBe(0.25);
        Clock.Advance(TimeSpan.FromSeconds(0.25));
        (await Bot.Delete(path)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task RecordAnswer_TenThousandInvalid_ShutsTheBotOut()
    {
        var stranger = Client("Bot nonsense");
        var limits = Server.Services.GetRequiredService<RestLimits>();
        var refused = new RestExchange(new DefaultHttpContext()) { Caller = new RestCaller(null, "?Bot nonsense"), Result = new RestResult(401) };
        for (var i = 1; i < InvalidRequestGuard.Maximum; i++)
            limits.RecordAnswer(refused);

        (await stranger.Get("users/@me")).ShouldBe(HttpStatusCode.Unauthorized);
        var wall = await stranger.Get("users/@me");

        wall.ShouldBe(HttpStatusCode.TooManyRequests).Text.ShouldNotStartWith("{");
        wall.Header("Via").ShouldBeEmpty();
        wall.Header("Retry-After").ShouldBe("3600");
        (await Bot.Get("users/@me")).ShouldBe(HttpStatusCode.OK);

        Clock.Advance(TimeSpan.FromHours(1));
        (await stranger.Get("users/@me")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Take_LimitsSwitchedOff_NeverRunDry()
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0", TimeProvider = Clock, Rest = new SandboxRestOptions { RateLimits = false } },
            TestContext.Current.CancellationToken);
        using var bot = new RestClient(server.Address, $"Bot {server.World.Users.TokenOf(BotId)}");
        for (var i = 0; i < 60; i++)
            (await bot.Post($"channels/{General}/messages", new { content = "a" })).ShouldBe(HttpStatusCode.OK).Header("X-RateLimit-Bucket").ShouldNotBeEmpty();
    }

    private Task<RestReply> Say(ulong channel) => Bot.Post($"channels/{channel}/messages", new { content = "a" });
}
