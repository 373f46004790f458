using System.Net;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class RestPipelineTests : RestTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bot nonsense")]
    [InlineData("nonsense")]
    [InlineData("Bearer nonsense")]
    public async Task Handle_WrongToken_IsUnauthorized(string? authorization) =>
        (await Client(authorization).Get("users/@me")).ShouldFail(HttpStatusCode.Unauthorized, 0)["message"].GetString().ShouldBe("401: Unauthorized");

    [Fact]
    public async Task Handle_BotTokenBare_IsUnauthorized()
    {
        (await Client(World.Users.TokenOf(BotId)).Get("users/@me")).ShouldFail(HttpStatusCode.Unauthorized, 0);
        (await Client($"Bot {World.Users.TokenOf(MemberId)}").Get("users/@me")).ShouldFail(HttpStatusCode.Unauthorized, 0);
    }

    [Fact]
    public async Task Handle_WrongBotToken_IsAViolation()
    {
        await Client("Bot nonsense").Get("users/@me");
        await Client("nonsense").Get("users/@me");
        Violations.ShouldBe(["unauthorized"]);
    }

    [Fact]
    public async Task Handle_UnknownPathOrMethod_SaysSo()
    {
        (await Bot.Get("teapots/1")).ShouldFail(HttpStatusCode.NotFound, 0);
        (await Bot.Put("users/@me")).ShouldFail(HttpStatusCode.MethodNotAllowed, 0);
        Violations.ShouldBe(["unknown-route", "unknown-route"]);
    }

    [Theory]
    [InlineData("/api/v9/users/@me", HttpStatusCode.OK)]
    [InlineData("/api/v6/users/@me", HttpStatusCode.BadRequest)]
    [InlineData("/api/users/@me", HttpStatusCode.NotFound)]
    public async Task Handle_OtherVersions_AreRefused(string path, HttpStatusCode expected) => (await Bot.Get(path)).ShouldBe(expected);

    [Fact]
    public async Task Handle_BotWithoutUserAgent_IsRefused()
    {
        Bot.Headers.Remove("User-Agent");
        (await Bot.Get("users/@me")).ShouldFail(HttpStatusCode.Forbidden, 40333);
        Member.Headers.Remove("User-Agent");
        (await Member.Get("users/@me")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Handle_BotWithAnotherUserAgent_IsAViolation()
    {
        Bot.Headers.Remove("User-Agent");
        Bot.Headers.TryAddWithoutValidation("User-Agent", "curl/8");
        (await Bot.Get("users/@me")).ShouldBe(HttpStatusCode.OK);
        Violations.ShouldBe(["user-agent"]);
    }

    [Fact]
    public async Task Handle_OtherContentType_IsRefused() =>
        (await Bot.Send(HttpMethod.Post, $"channels/{General}/messages", RestClient.Raw("content", "text/plain"))).ShouldFailAt("", "CONTENT_TYPE_INVALID");

    [Fact]
    public async Task Handle_TooLargeABody_IsRefused()
    {
        using var large = new ByteArrayContent(new byte[25 * 1024 * 1024 + 1]);
        large.Headers.ContentType = new("application/json");
        (await Bot.Send(HttpMethod.Post, $"channels/{General}/messages", large)).ShouldFail(HttpStatusCode.RequestEntityTooLarge, 40005);
    }

    [Fact]
    public async Task Handle_Reason_IsDecodedAndBounded()
    {
        var path = $"channels/{General}";
        (await Bot.Send(HttpMethod.Patch, path, RestClient.Raw("""{"topic":"t"}"""), Uri.EscapeDataString("naïve 🌲"))).ShouldBe(HttpStatusCode.OK);
        LastAudit.Reason.ShouldBe("naïve 🌲");

        (await Bot.Send(HttpMethod.Patch, path, RestClient.Raw("""{"topic":"u"}"""), new string('r', 513))).ShouldFailAt("reason", "BASE_TYPE_MAX_LENGTH");
        LastAudit.Changes.ShouldHaveSingleItem().New!.ToString().ShouldBe("t");
    }

    [Fact]
    public async Task Handle_AnyRequest_IsCountedByRoute()
    {
        await Bot.Get($"channels/{General}");
        await Bot.Get($"channels/5");
        Stats.Requests[("GET /channels/{channel_id}", 200)].ShouldBe(1);
        Stats.Requests[("GET /channels/{channel_id}", 404)].ShouldBe(1);
    }

    [Fact]
    public async Task Handle_ForcedStatus_HitsTheRouteAsOftenAsAsked()
    {
        Faults.Add(new RestFault { Route = "POST /channels/{channel_id}/messages", Status = 503, Count = 2 });

        (await Bot.Get($"channels/{General}")).ShouldBe(HttpStatusCode.OK);
        (await Bot.Post($"channels/{General}/messages", new { content = "a" })).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Bot.Post($"channels/{General}/messages", new { content = "a" })).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Bot.Post($"channels/{General}/messages", new { content = "a" })).ShouldBe(HttpStatusCode.OK);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_Drop_CutsTheConnectionAndDoesNothing()
    {
        Faults.Add(new RestFault { Drop = true });
        await Should.ThrowAsync<HttpRequestException>(() => Bot.Post($"channels/{General}/messages", new { content = "a" }));
        World.Messages.List(General, BotId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_Delay_AnswersLater()
    {
        Faults.Add(new RestFault { Delay = TimeSpan.FromSeconds(10) });
        var reply = Bot.Post($"channels/{General}/messages", new { content = "a" });
        while (!reply.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await reply).ShouldBe(HttpStatusCode.OK);
        World.Messages.List(General, BotId).ShouldHaveSingleItem().Timestamp.ShouldBeGreaterThanOrEqualTo(Clock.Start + TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("user", false)]
    [InlineData("shared", false)]
    [InlineData("global", true)]
    public async Task Handle_Forced429_HasItsScopeAndLasts(string scope, bool global)
    {
        Faults.Add(new RestFault { Status = 429, Scope = scope, RetryAfter = TimeSpan.FromSeconds(4.5) });

        var refused = await Bot.Get($"channels/{General}");
        refused.ShouldBe(HttpStatusCode.TooManyRequests);
        refused["retry_after"].GetDouble().ShouldBe(4.5);
        refused["global"].GetBoolean().ShouldBe(global);
        refused.Header("X-RateLimit-Scope").ShouldBe(scope);
        refused.Header("Retry-After").ShouldBe("5");
        Violations.ShouldBeEmpty();

        Clock.Advance(TimeSpan.FromSeconds(4));
        (await Bot.Get($"channels/{General}")).ShouldBe(HttpStatusCode.TooManyRequests).Header("X-RateLimit-Scope").ShouldBe(scope);
        Violations.ShouldBe(["rate-limit"]);

        Clock.Advance(TimeSpan.FromSeconds(0.5));
        (await Bot.Get($"channels/{General}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Handle_PersonsErrors_AreNoViolations()
    {
        await Member.Post($"channels/{General}/messages", new { content = "" });
        await Member.Delete($"channels/{General}");
        Violations.ShouldBeEmpty();
        World.Channels.Find(General).ShouldBeOfType<Channel>();
    }
}
