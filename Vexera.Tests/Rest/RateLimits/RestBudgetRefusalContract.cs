using System.Net;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Tests.Rest.RateLimits;

/// <summary>What every <see cref="IRestBudget"/> promises about refusals, the global limit, cancellation and patience.</summary>
public abstract class RestBudgetRefusalContract : RestBudgetHarness
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(nameof(RateLimitScope.User))]
    [InlineData(nameof(RateLimitScope.Shared))]
    public async Task Complete_429OfOneBucket_PausesThatBucketOnly(string scope)
    {
        await LearnAsync(major: "/channels/1");
        await LearnAsync(major: "/channels/2");
        await RefuseAsync(Enum.Parse<RateLimitScope>(scope), TimeSpan.FromSeconds(3), "/channels/1");

        var paused = Ask(major: "/channels/1");
        await WaitsAsync(paused);
        await GrantedAsync(Ask(major: "/channels/2"));

        Time.Advance(TimeSpan.FromSeconds(2.9));
        await WaitsAsync(paused);
        Time.Advance(TimeSpan.FromSeconds(0.1));
        await GrantedAsync(paused);
    }

    [Fact]
    public async Task Complete_429Global_PausesAllButExemptRequests()
    {
        await RefuseAsync(RateLimitScope.Global, TimeSpan.FromSeconds(3));

        var elsewhere = Ask("GET /users/@me", "");
        await WaitsAsync(elsewhere);
        await GrantedAsync(Ask(Exempt()));

        Time.Advance(TimeSpan.FromSeconds(3));
        await GrantedAsync(elsewhere);
    }

    [Fact]
    public async Task Complete_429OfTheAddress_PausesExemptRequestsToo()
    {
        await RefuseAsync(RateLimitScope.Address, TimeSpan.FromSeconds(3));

        var exempt = Ask(Exempt());
        var counted = Ask("GET /users/@me", "");
        await WaitsAsync(exempt);
        await WaitsAsync(counted);

        Time.Advance(TimeSpan.FromSeconds(3));
        await GrantedAsync(exempt);
        await GrantedAsync(counted);
    }

    [Fact]
    public async Task Complete_429WithoutATime_PausesAllTheSame()
    {
        var permit = await GrantedAsync(Ask());
        await permit.CompleteAsync(new RateLimitAnswer(HttpStatusCode.TooManyRequests) { Scope = RateLimitScope.User });
        var next = Ask();
        await WaitsAsync(next);

        Time.Advance(TimeSpan.FromSeconds(30));
        await GrantedAsync(next);
    }

    [Fact]
    public async Task Acquire_OverTheGlobalLimit_WaitsASecondFromTheAnswer()
    {
        Options.GlobalLimit = 2;
        var first = await GrantedAsync(Ask(major: "/channels/1"));
        await GrantedAsync(Ask(major: "/channels/2"));
        var third = Ask(major: "/channels/3");

        Time.Advance(TimeSpan.FromSeconds(1));
        await WaitsAsync(third);
        await first.CompleteAsync(Answer(limit: 5, remaining: 4));
        Time.Advance(TimeSpan.FromMilliseconds(999));
        await WaitsAsync(third);

        Time.Advance(TimeSpan.FromMilliseconds(1));
        await GrantedAsync(third);
    }

    [Fact]
    public async Task Acquire_OverTheGlobalLimit_BucketsTakeTurns()
    {
        Options.GlobalLimit = 1;
        await LearnAsync(major: "/channels/1");
        var flood = new[] { Ask(major: "/channels/1"), Ask(major: "/channels/1") };
        var single = Ask(major: "/channels/2");

        Time.Advance(TimeSpan.FromSeconds(1));
        await (await GrantedAsync(flood[0])).CompleteAsync(Answer(limit: 5, remaining: 3));
        Time.Advance(TimeSpan.FromSeconds(1));

        await GrantedAsync(single);
        await WaitsAsync(flood[1]);
    }

    [Fact]
    public async Task Acquire_Exempt_NeitherWaitsForNorCountsTowardsTheGlobalLimit()
    {
        Options.GlobalLimit = 1;
        await GrantedAsync(Ask(Exempt("/interactions/1/a")));
        await GrantedAsync(Ask(Exempt("/interactions/2/b")));
        await GrantedAsync(Ask());
        await GrantedAsync(Ask(Exempt("/interactions/3/c")));
    }

    [Fact]
    public async Task Acquire_CancelledWhileWaiting_LeavesNothingBehind()
    {
        await LearnAsync(limit: 1, remaining: 0);
        using var leaving = new CancellationTokenSource();
        var gone = AskUntil(Call(), leaving.Token);
        var next = Ask();

        await leaving.CancelAsync();
        await gone.ShouldThrowAsync<OperationCanceledException>();

        Time.Advance(Window + TimeSpan.FromMilliseconds(10));
        await GrantedAsync(next);
    }

    [Fact]
    public async Task Acquire_CancelledInTheGlobalLine_LetsOthersPass()
    {
        Options.GlobalLimit = 1;
        var first = await GrantedAsync(Ask(major: "/channels/1"));
        using var leaving = new CancellationTokenSource();
        var gone = AskUntil(Call(major: "/channels/2"), leaving.Token);
        var next = Ask(major: "/channels/3");

        await leaving.CancelAsync();
        await first.CompleteAsync(Answer(limit: 5, remaining: 4));
        Time.Advance(TimeSpan.FromSeconds(1));

        gone.IsCanceled.ShouldBeTrue();
        await GrantedAsync(next);
    }

    [Fact]
    public async Task Acquire_CancelledBefore_TakesNothing()
    {
        var gone = AskUntil(Call(), new CancellationToken(canceled: true));

        gone.IsCanceled.ShouldBeTrue();
        await GrantedAsync(Ask());
    }

    [Fact]
    public async Task Acquire_OpensTooLate_FailsAtOnceAndSaysWhen()
    {
        await RefuseAsync(RateLimitScope.User, AnHour);

        var refusal = await RefusedAsync(Ask());

        refusal.Route.ShouldBe(Create);
        refusal.RetryAfter.ShouldBe(AnHour);
        refusal.Message.ShouldBe($"{Create}: not sent: Discord's rate limit opens in 3600 s, and this request waits at most 60 s.");
    }

    [Theory]
    [InlineData(nameof(RateLimitScope.User))]
    [InlineData(nameof(RateLimitScope.Global))]
    [InlineData(nameof(RateLimitScope.Address))]
    public async Task Complete_PauseBeyondPatience_FailsThoseThatWait(string scope)
    {
        var probe = await GrantedAsync(Ask());
        var waiting = Ask();
        await WaitsAsync(waiting);

        await probe.CompleteAsync(Refusal(Enum.Parse<RateLimitScope>(scope), AnHour));

        (await RefusedAsync(waiting)).RetryAfter.ShouldBe(AnHour);
    }

    [Fact]
    public async Task Acquire_WaitedForLongerThanPatience_Fails()
    {
        var stuck = await GrantedAsync(Ask());
        var waiting = Ask();

        Time.Advance(Options.MaxWait - TimeSpan.FromMilliseconds(1));
        await WaitsAsync(waiting);
        Time.Advance(TimeSpan.FromMilliseconds(1));

        (await RefusedAsync(waiting)).Message.ShouldContain("60 s passed in the queue");
        await stuck.DisposeAsync();
        await GrantedAsync(Ask());
    }

    [Fact]
    public async Task Acquire_CalledAgainAfterPatienceIsOver_FailsInsteadOfWaiting()
    {
        var call = Call();
        Time.Advance(Options.MaxWait + TimeSpan.FromSeconds(1));
        await GrantedAsync(Ask());

        (await RefusedAsync(Ask(call))).Message.ShouldContain("60 s passed in the queue");
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, nameof(RateLimitScope.None))]
    [InlineData(HttpStatusCode.Forbidden, nameof(RateLimitScope.None))]
    [InlineData(HttpStatusCode.TooManyRequests, nameof(RateLimitScope.User))]
    public async Task Acquire_TooManyInvalid_LetsOnlyTheEssentialGo(HttpStatusCode status, string scope)
    {
        Options.InvalidRequestThreshold = 10;
        await InvalidAsync(10, status, Enum.Parse<RateLimitScope>(scope));

        var refusal = await RefusedAsync(Ask("GET /users/@me", ""));
        refusal.Message.ShouldContain("10 requests were invalid");
        refusal.Message.ShouldContain("Rest:InvalidRequestThreshold");
        await GrantedAsync(Ask(Call("GET /gateway/bot", "") with { Essential = true }));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, nameof(RateLimitScope.Shared))]
    [InlineData(HttpStatusCode.NotFound, nameof(RateLimitScope.None))]
    [InlineData(HttpStatusCode.InternalServerError, nameof(RateLimitScope.None))]
    public async Task Acquire_ManyFailuresThatDiscordDoesNotCount_ChangeNothing(HttpStatusCode status, string scope)
    {
        Options.InvalidRequestThreshold = 10;
        await InvalidAsync(20, status, Enum.Parse<RateLimitScope>(scope));

        await GrantedAsync(Ask("GET /users/@me", ""));
    }

    [Fact]
    public async Task Acquire_InvalidRequestsAreTenMinutesOld_AllGoOutAgain()
    {
        Options.InvalidRequestThreshold = 10;
        await InvalidAsync(10, HttpStatusCode.Forbidden, RateLimitScope.None);

        Time.Advance(TimeSpan.FromMinutes(9));
        await RefusedAsync(Ask("GET /users/@me", ""));
        Time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(10));
        await GrantedAsync(Ask("GET /users/@me", ""));
    }

    private async Task InvalidAsync(int count, HttpStatusCode status, RateLimitScope scope)
    {
        for (var i = 0; i < count; i++)
        {
            var permit = await GrantedAsync(Ask(major: $"/channels/{i}"));
            await permit.CompleteAsync(new RateLimitAnswer(status) { Scope = scope, RetryAfter = TimeSpan.Zero });
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
