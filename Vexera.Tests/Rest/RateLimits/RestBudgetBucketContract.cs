using System.Net;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Tests.Rest.RateLimits;

/// <summary>What every <see cref="IRestBudget"/> promises about buckets.</summary>
public abstract class RestBudgetBucketContract : RestBudgetHarness
{
    [Fact]
    public async Task Acquire_UnknownRoute_LetsOneGoAtATime()
    {
        var first = await GrantedAsync(Ask());
        var second = Ask();
        await WaitsAsync(second);

        await first.CompleteAsync(Answer(limit: 5, remaining: 4));

        await GrantedAsync(second);
    }

    [Fact]
    public async Task Acquire_UnknownRoute_LetsOtherChannelsGoBesides()
    {
        await GrantedAsync(Ask(major: "/channels/1"));
        await GrantedAsync(Ask(major: "/channels/2"));
        await WaitsAsync(Ask(major: "/channels/1"));
    }

    [Fact]
    public async Task Acquire_AfterFigures_LetsAsManyGoAsRemain()
    {
        await LearnAsync(limit: 5, remaining: 3);

        await GrantedAsync(Ask());
        await GrantedAsync(Ask());
        await GrantedAsync(Ask());
        await WaitsAsync(Ask());
    }

    [Fact]
    public async Task Acquire_Exhausted_WaitsForTheResetAndNotLonger()
    {
        await LearnAsync(limit: 5, remaining: 0);
        var waiting = Ask();
        await WaitsAsync(waiting);

        Time.Advance(Window - TimeSpan.FromMilliseconds(1));
        await WaitsAsync(waiting);

        Time.Advance(TimeSpan.FromMilliseconds(11));
        await GrantedAsync(waiting);
    }

    [Fact]
    public async Task Acquire_AfterTheReset_LetsAWindowGoLessWhatIsInFlight()
    {
        await LearnAsync(limit: 3, remaining: 1);
        await GrantedAsync(Ask());
        Time.Advance(Window + TimeSpan.FromMilliseconds(10));

        await GrantedAsync(Ask());
        await GrantedAsync(Ask());
        await WaitsAsync(Ask());
    }

    [Fact]
    public async Task Acquire_SeveralWaiting_GoInTheOrderTheyCame()
    {
        await LearnAsync(limit: 1, remaining: 0);
        var first = Ask();
        var second = Ask();

        Time.Advance(Window + TimeSpan.FromMilliseconds(10));
        await GrantedAsync(first);
        await WaitsAsync(second);
    }

    [Fact]
    public async Task Acquire_CalledAgainForAnOldCall_GoesBeforeYoungerOnes()
    {
        var old = Call();
        Time.Advance(TimeSpan.FromSeconds(1));
        await LearnAsync(limit: 1, remaining: 0);
        var young = Ask();
        var again = Ask(old);

        Time.Advance(Window + TimeSpan.FromMilliseconds(10));
        await GrantedAsync(again);
        await WaitsAsync(young);
    }

    [Fact]
    public async Task Acquire_TwoRoutesThatAreOneBucket_ShareWhatRemains()
    {
        await LearnAsync(Create, limit: 5, remaining: 4);
        await LearnAsync(Edit, limit: 5, remaining: 1);

        await GrantedAsync(Ask(Create));
        await WaitsAsync(Ask(Edit));
    }

    [Fact]
    public async Task Acquire_RouteKnownFromOtherChannel_StillStartsCarefully()
    {
        await LearnAsync(major: "/channels/1", limit: 5, remaining: 5);

        await GrantedAsync(Ask(major: "/channels/2"));
        await WaitsAsync(Ask(major: "/channels/2"));
    }

    [Fact]
    public async Task Complete_RouteProvesToBeAnotherBucket_ThoseWaitingMoveThere()
    {
        await LearnAsync(Create, limit: 1, remaining: 0);
        var probe = await GrantedAsync(Ask(Edit));
        var waiting = Ask(Edit);

        await probe.CompleteAsync(Answer(limit: 1, remaining: 0));
        await WaitsAsync(waiting);

        Time.Advance(Window + TimeSpan.FromMilliseconds(10));
        await GrantedAsync(waiting);
        await WaitsAsync(Ask(Create));
    }

    [Fact]
    public async Task Complete_LateFiguresOfAnOlderRequest_NeverRaiseWhatRemains()
    {
        await LearnAsync(limit: 5, remaining: 4);
        var older = await GrantedAsync(Ask());
        var newer = await GrantedAsync(Ask());

        await newer.CompleteAsync(Answer(limit: 5, remaining: 1));
        await older.CompleteAsync(Answer(limit: 5, remaining: 3));

        await GrantedAsync(Ask());
        await WaitsAsync(Ask());
    }

    [Fact]
    public async Task Complete_FiguresOfARequestSentAfterAllOthers_AreBelieved()
    {
        await LearnAsync(limit: 5, remaining: 1);
        var alone = await GrantedAsync(Ask());
        await alone.CompleteAsync(Answer(limit: 5, remaining: 2));

        await GrantedAsync(Ask());
        await GrantedAsync(Ask());
        await WaitsAsync(Ask());
    }

    [Fact]
    public async Task Complete_Twice_CountsOnce()
    {
        await LearnAsync(limit: 3, remaining: 3);
        var one = await GrantedAsync(Ask());
        await GrantedAsync(Ask());
        await one.CompleteAsync(Answer(limit: 3, remaining: 2));
        await one.CompleteAsync(Answer(limit: 3, remaining: 3));
        await one.DisposeAsync();

        await GrantedAsync(Ask());
        await WaitsAsync(Ask());
    }

    [Fact]
    public async Task Dispose_WithoutAnswer_FreesThePlaceButCountsTheRequest()
    {
        await LearnAsync(limit: 5, remaining: 2);
        await (await GrantedAsync(Ask())).DisposeAsync();

        await GrantedAsync(Ask());
        await WaitsAsync(Ask());
    }

    [Fact]
    public async Task Dispose_WithoutAnswerAfterTheReset_CountsInTheNewWindow()
    {
        await LearnAsync(limit: 2, remaining: 0);
        Time.Advance(Window + TimeSpan.FromMilliseconds(10));
        await (await GrantedAsync(Ask())).DisposeAsync();

        await GrantedAsync(Ask());
        await WaitsAsync(Ask());
    }

    [Fact]
    public async Task Dispose_WithoutAnswerOnAnUnknownRoute_LetsTheNextTry()
    {
        var first = await GrantedAsync(Ask());
        var second = Ask();
        await WaitsAsync(second);

        await first.DisposeAsync();

        await GrantedAsync(second);
    }

    [Fact]
    public async Task Complete_WithoutFigures_StaysCareful()
    {
        await (await GrantedAsync(Ask())).CompleteAsync(new RateLimitAnswer(HttpStatusCode.OK));

        await GrantedAsync(Ask());
        await WaitsAsync(Ask());
    }
}
