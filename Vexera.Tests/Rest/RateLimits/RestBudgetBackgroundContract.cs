using Vexera.Core.Rest.RateLimits;

namespace Vexera.Tests.Rest.RateLimits;

/// <summary>What every <see cref="IRestBudget"/> promises about requests that nobody waits for.</summary>
public abstract class RestBudgetBackgroundContract : RestBudgetHarness
{
    [Fact]
    public async Task Acquire_ManyInTheBackground_LeaveTheOthersTheirShareOfTheGlobalLimit()
    {
        (Options.GlobalLimit, Options.BackgroundShare) = (10, 80);
        var background = AskMany(10);
        foreach (var one in background.Take(8))
            await GrantedAsync(one);
        await WaitsAsync(background[8]);

        await GrantedAsync(Ask(major: "/channels/100"));
        await GrantedAsync(Ask(major: "/channels/101"));

        await WaitsAsync(Ask(major: "/channels/102"));
    }

    [Fact]
    public async Task Acquire_OthersWaitForTheGlobalLimitToo_GoBeforeTheBackground()
    {
        (Options.GlobalLimit, Options.BackgroundShare) = (1, 100);
        var first = await GrantedAsync(Ask(major: "/channels/1"));
        var background = Ask(Background("/channels/2"));
        var other = Ask(major: "/channels/3");

        await first.CompleteAsync(Answer(limit: 5, remaining: 4));
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = await GrantedAsync(other);
        await WaitsAsync(background);
        await second.CompleteAsync(Answer(limit: 5, remaining: 4));
        Time.Advance(TimeSpan.FromSeconds(1));

        await GrantedAsync(background);
    }

    [Fact]
    public async Task Acquire_OthersInTheSameBucket_GoBeforeTheBackground()
    {
        var first = await GrantedAsync(Ask(major: "/channels/1"));
        var background = Ask(Background("/channels/1"));
        var other = Ask(major: "/channels/1");

        await first.CompleteAsync(Answer(limit: 5, remaining: 1));

        await GrantedAsync(other);
        await WaitsAsync(background);
    }

    [Fact]
    public async Task Acquire_OthersJoinABucketThatStandsInLine_DoNotWaitWithTheBackground()
    {
        (Options.GlobalLimit, Options.BackgroundShare) = (2, 50);
        await LearnAsync(major: "/channels/1", limit: 5, remaining: 4);
        Time.Advance(TimeSpan.FromSeconds(1));
        await GrantedAsync(Ask(Background("/channels/2")));
        var background = Ask(Background("/channels/1"));
        await WaitsAsync(background);

        await GrantedAsync(Ask(major: "/channels/1"));

        await WaitsAsync(background);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 100)]
    public async Task Acquire_NothingElse_LetsTheBackgroundGo(int limit, int share)
    {
        (Options.GlobalLimit, Options.BackgroundShare) = (limit, share);

        foreach (var one in AskMany(limit))
            await GrantedAsync(one);
    }

    private List<Task<IRestPermit>> AskMany(int count) =>
        [.. Enumerable.Range(1, count).Select(channel => Ask(Background($"/channels/{channel}")))];

    private RestCall Background(string major) => Call(major: major) with { Background = true };
}
