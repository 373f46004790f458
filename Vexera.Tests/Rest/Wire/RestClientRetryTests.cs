using System.Net;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Core.Rest.Wire;

namespace Vexera.Tests.Rest.Wire;

/// <summary>What is sent again, when, and what never is.</summary>
public sealed class RestClientRetryTests : IDisposable
{
    private const string Message = """{"id":"9","channel_id":"5","author":{"id":"1","username":"vexera"},"content":"hi"}""";
    private const string User = """{"id":"1","username":"vexera"}""";
    private static readonly Snowflake Channel = new(5);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(0.375);
    private readonly RestRig _rig = new();

    public static TheoryData<string, bool> NetworkFailures => new()
    {
        { nameof(HttpRequestError.NameResolutionError), true },
        { nameof(HttpRequestError.ConnectionError), true },
        { nameof(HttpRequestError.SecureConnectionError), true },
        { nameof(HttpRequestError.ProxyTunnelError), true },
        { nameof(HttpRequestError.ResponseEnded), false },
        { nameof(HttpRequestError.HttpProtocolError), false },
        { nameof(HttpRequestError.InvalidResponse), false },
        { nameof(HttpRequestError.Unknown), false },
    };

    private CancellationToken Token => _rig.Token;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Send_GetWhileDiscordFails_IsRepeatedWithGrowingBackOff()
    {
        _rig.Discord
            .Then(HttpStatusCode.ServiceUnavailable, "<html>busy</html>")
            .Then(HttpStatusCode.BadGateway)
            .Then(HttpStatusCode.InternalServerError, """{"message":"500: Internal Server Error","code":0}""")
            .Then(HttpStatusCode.OK, User);

        var asked = _rig.Rest.Users.GetCurrentAsync(Token);
        await _rig.Time.PassAsync(FirstBackOff);
        await _rig.Time.PassAsync(FirstBackOff * 2);
        await _rig.Time.PassAsync(FirstBackOff * 4);

        (await asked).Username.ShouldBe("vexera");
        _rig.Discord.Seen.Count.ShouldBe(4);
        _rig.Logger.Lines.Count(line => line.EventId == 2004).ShouldBe(3);
    }

    [Fact]
    public async Task Send_GetWhileDiscordFailsForLong_GivesUpAndSaysWhatHappened()
    {
        for (var i = 0; i < 4; i++)
            _rig.Discord.Then(HttpStatusCode.InternalServerError, """{"message":"500: Internal Server Error","code":0}""");

        var asked = _rig.Rest.Users.GetCurrentAsync(Token);
        await _rig.Time.PassAsync(FirstBackOff);
        await _rig.Time.PassAsync(FirstBackOff * 2);
        await _rig.Time.PassAsync(FirstBackOff * 4);

        var failure = await asked.ShouldThrowAsync<DiscordUnreachableException>();
        failure.Message.ShouldBe("GET /users/@me: answered 500 (500: Internal Server Error)");
        _rig.Discord.Seen.Count.ShouldBe(4);
    }

    [Fact]
    public async Task CreateMessage_WithoutNonce_IsNotRepeatedAfterAFailure()
    {
        _rig.Discord.Then(HttpStatusCode.InternalServerError);

        await _rig.Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "hi", Nonce = "n" }, Token)
            .ShouldThrowAsync<DiscordUnreachableException>();

        _rig.Discord.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task CreateMessage_WithEnforcedNonce_IsRepeatedWithTheSameNonce()
    {
        _rig.Discord.Then(new HttpRequestException(HttpRequestError.ResponseEnded)).Then(HttpStatusCode.OK, Message);

        var asked = _rig.Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "hi", Nonce = "n1", EnforceNonce = true }, Token);
        await _rig.Time.PassAsync(FirstBackOff);

        (await asked).Id.ShouldBe(new Snowflake(9));
        _rig.Discord.Seen[1].Body.ShouldBe(_rig.Discord.Seen[0].Body);
        _rig.Discord.Seen[1].Body.ShouldNotBeNull().ShouldContain("\"nonce\":\"n1\",\"enforce_nonce\":true");
    }

    [Theory]
    [InlineData("unban", 10026)]
    [InlineData("kick", 10007)]
    [InlineData("disconnect", 40032)]
    [InlineData("delete", 10008)]
    public async Task Send_AnswerLostAndSecondFindsItDone_CountsAsDone(string what, int code)
    {
        _rig.Discord
            .Then(new HttpRequestException(HttpRequestError.ResponseEnded))
            .Then(HttpStatusCode.NotFound, $$"""{"message":"gone","code":{{code}}}""");

        var asked = ModerateAsync(what);
        await _rig.Time.PassAsync(FirstBackOff);

        await asked;
        _rig.Discord.Seen.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("unban", 10026, false)]
    [InlineData("kick", 10007, false)]
    [InlineData("kick", 10007, true)]
    [InlineData("delete", 10008, true)]
    public async Task Send_FirstThatWasSentFindsNothing_IsRefused(string what, int code, bool notSentBefore)
    {
        if (notSentBefore)
            _rig.Discord.Then(new HttpRequestException(HttpRequestError.ConnectionError));
        _rig.Discord.Then(HttpStatusCode.NotFound, $$"""{"message":"gone","code":{{code}}}""");

        var asked = ModerateAsync(what);
        if (notSentBefore)
            await _rig.Time.PassAsync(FirstBackOff);

        (await asked.ShouldThrowAsync<DiscordRestException>()).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Send_AnswerLostAndSecondIsRefusedOtherwise_IsRefused()
    {
        _rig.Discord
            .Then(HttpStatusCode.BadGateway)
            .Then(HttpStatusCode.Forbidden, """{"message":"Missing Permissions","code":50013}""");

        var asked = ModerateAsync("kick");
        await _rig.Time.PassAsync(FirstBackOff);

        (await asked.ShouldThrowAsync<DiscordRestException>()).Code.ShouldBe(50013);
    }

    [Theory]
    [MemberData(nameof(NetworkFailures))]
    public async Task Respond_NetworkFails_IsRepeatedOnlyIfNothingWasSent(string error, bool repeated)
    {
        _rig.Discord.Then(new HttpRequestException(Enum.Parse<HttpRequestError>(error), "it broke")).Then(HttpStatusCode.NoContent);

        var asked = _rig.Rest.Interactions.RespondAsync(Samples.Interaction, new OutgoingMessage { Content = "hi" }, Token);
        if (repeated)
        {
            await _rig.Time.PassAsync(FirstBackOff);
            await asked;
        }
        else
            (await asked.ShouldThrowAsync<DiscordUnreachableException>()).Message.ShouldContain("it broke");

        _rig.Discord.Seen.Count.ShouldBe(repeated ? 2 : 1);
    }

    [Fact]
    public async Task Respond_DiscordFails_IsNeverRepeated()
    {
        _rig.Discord.Then(HttpStatusCode.InternalServerError);

        await _rig.Rest.Interactions.RespondAsync(Samples.Interaction, new OutgoingMessage { Content = "hi" }, Token)
            .ShouldThrowAsync<DiscordUnreachableException>();

        _rig.Discord.Seen.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task Send_MethodThatMayBeRepeated_Is(string method)
    {
        _rig.Discord.Then(HttpStatusCode.BadGateway).Then(HttpStatusCode.NoContent);

        var asked = _rig.Client.SendAsync(new RestRoute(new HttpMethod(method), "/channels/{channel}").To(Channel), Token);
        await _rig.Time.PassAsync(FirstBackOff);
        await asked;

        _rig.Discord.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Send_RateLimited_IsRepeatedAfterTheWaitWhateverTheMethod()
    {
        _rig.Discord
            .Then(HttpStatusCode.TooManyRequests, """{"message":"You are being rate limited.","retry_after":1.5,"global":false}""",
                ("Retry-After", "2"), ("X-RateLimit-Scope", "user"))
            .Then(HttpStatusCode.OK, Message);

        var asked = _rig.Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "hi" }, Token);
        _rig.Discord.Seen.Count.ShouldBe(1);
        _rig.Time.Advance(TimeSpan.FromSeconds(1.4));
        asked.IsCompleted.ShouldBeFalse();
        _rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        await asked;
        _rig.Discord.Seen.Count.ShouldBe(2);
        _rig.Metrics.Total(_rig.Metrics.Metrics.RestRateLimited).ShouldBe(1);
    }

    [Fact]
    public async Task Send_RateLimitedWithoutEnd_GivesUp()
    {
        for (var i = 0; i < RetryPolicy.MaxRateLimited; i++)
        {
            _rig.Discord.Then(HttpStatusCode.TooManyRequests, """{"message":"Slow down.","retry_after":0,"global":false}""",
                ("X-RateLimit-Scope", "shared"));
        }

        var refusal = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordRestException>();

        refusal.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refusal.Message.ShouldBe("GET /users/@me: 429, code 0: Slow down.");
        _rig.Discord.Seen.Count.ShouldBe(RetryPolicy.MaxRateLimited);
    }

    [Fact]
    public async Task Send_RateLimitedForAnHour_FailsAtOnceAndSaysWhen()
    {
        _rig.Discord.Then(HttpStatusCode.TooManyRequests, """{"message":"Slow down.","retry_after":3600,"global":false}""",
            ("X-RateLimit-Scope", "user"));

        var refusal = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<RestBudgetException>();

        refusal.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Send_NoAnswerInTime_CountsAsLost()
    {
        _rig.Discord.Then(Never);

        var asked = _rig.Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "hi" }, Token);
        await _rig.Time.PassAsync(TimeSpan.FromSeconds(15));

        (await asked.ShouldThrowAsync<DiscordUnreachableException>()).Message
            .ShouldBe("POST /channels/{channel}/messages: no answer within 15 s");
    }

    [Fact]
    public async Task Send_NoConnectionInTime_IsRepeatedWhateverTheMethod()
    {
        _rig.Discord.Then(new TaskCanceledException("slow", new TimeoutException("no connection"))).Then(HttpStatusCode.OK, Message);

        var asked = _rig.Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "hi" }, Token);
        await _rig.Time.PassAsync(FirstBackOff);

        (await asked).Id.ShouldBe(new Snowflake(9));
    }

    [Fact]
    public async Task Send_RefusalsAndFailuresMixed_AreCountedApart()
    {
        const string Refusal = """{"message":"Slow down.","retry_after":0,"global":false}""";
        for (var i = 0; i < 3; i++)
            _rig.Discord.Then(HttpStatusCode.TooManyRequests, Refusal, ("X-RateLimit-Scope", "shared")).Then(HttpStatusCode.BadGateway);
        _rig.Discord.Then(HttpStatusCode.TooManyRequests, Refusal, ("X-RateLimit-Scope", "shared")).Then(HttpStatusCode.OK, User);

        var asked = _rig.Rest.Users.GetCurrentAsync(Token);
        for (var i = 1; i <= 4; i *= 2)
            await _rig.Time.PassAsync(FirstBackOff * i);

        (await asked).Username.ShouldBe("vexera");
        _rig.Metrics.Total(_rig.Metrics.Metrics.RestRequests).ShouldBe(8);
    }

    [Fact]
    public async Task Send_CallerLeaves_StopsAtOnceAndFreesThePermit()
    {
        _rig.Discord.Then(Never).Then(HttpStatusCode.OK, User);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var asked = _rig.Rest.Users.GetCurrentAsync(leaving.Token);
        await leaving.CancelAsync();

        await asked.ShouldThrowAsync<OperationCanceledException>();
        (await _rig.Rest.Users.GetCurrentAsync(Token)).Username.ShouldBe("vexera");
    }

    [Fact]
    public async Task Send_CallerLeavesDuringBackOff_StopsAtOnce()
    {
        _rig.Discord.Then(HttpStatusCode.BadGateway);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var asked = _rig.Rest.Users.GetCurrentAsync(leaving.Token);
        await leaving.CancelAsync();

        await asked.ShouldThrowAsync<OperationCanceledException>();
        _rig.Discord.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_OnlyOneAttemptAllowed_RepeatsNothing()
    {
        using var rig = new RestRig(new RestOptions { MaxAttempts = 1 });
        rig.Discord.Then(HttpStatusCode.BadGateway);

        await rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordUnreachableException>();

        rig.Discord.Seen.Count.ShouldBe(1);
    }

    private static async Task<HttpResponseMessage> Never(SeenRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("Never means never.");
    }

    private Task ModerateAsync(string what) => what switch
    {
        "unban" => _rig.Rest.Guilds.UnbanAsync(new Snowflake(7), new Snowflake(2), null, Token),
        "kick" => _rig.Rest.Guilds.KickMemberAsync(new Snowflake(7), new Snowflake(2), null, Token),
        "disconnect" => _rig.Rest.Guilds.DisconnectMemberAsync(new Snowflake(7), new Snowflake(2), null, Token),
        _ => _rig.Rest.Channels.DeleteMessageAsync(Channel, new Snowflake(9), null, Token),
    };
}
