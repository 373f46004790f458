using Vexera.Core.Gateway;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

public sealed class RecommendationWatchTests
{
    private const int Refused = 1046;
    private const int OtherCount = 1033;

    [Fact]
    public async Task Watch_AutomaticAndMoreRecommended_Reshards()
    {
        await using var script = await StartAsync(GatewayReshard.Automatic);
        await AnswerAsync(script, 2);
        script.Script.Answer(2, maxConcurrency: 16);

        await script.LeadAsync(2);

        await script.PassUntilAsync(() => script.Script.Fleet.ShardCount == 2);
    }

    [Fact]
    public async Task Watch_ReshardTookOver_TakesUpTheNextRecommendation()
    {
        await using var script = await StartAsync(GatewayReshard.Automatic);
        await AnswerAsync(script, 2);
        script.Script.Answer(2, maxConcurrency: 16);
        await script.LeadAsync(2);
        await script.PassUntilAsync(() => script.Script.Fleet.ShardCount == 2);
        await script.RestAsync();

        await AnswerAsync(script, 3);
        script.Script.Answer(3, maxConcurrency: 16);

        await Eventually.UntilAsync(() => script.Script.Resharder.Progress is { To: 3 });
    }

    [Fact]
    public async Task Watch_DiscordTellsItsLimits_TakesThemUp()
    {
        await using var script = await StartAsync(GatewayReshard.Off);
        await AnswerAsync(script, 1, remaining: 15);

        await Eventually.UntilAsync(() => script.Script.IdentifiesAvailable == 5);
    }

    [Theory]
    [InlineData(GatewayReshard.Automatic, 1)]
    [InlineData(GatewayReshard.Automatic, 2)]
    [InlineData(GatewayReshard.Off, 3)]
    internal async Task Watch_NotMoreRecommendedOrOff_KeepsTheFleet(GatewayReshard setting, int recommended)
    {
        await using var script = await StartAsync(setting, shards: 2);
        // Asking anew means that the answer before was dealt with.
        for (var times = 0; times < 3; times++)
            await AnswerAsync(script, recommended);

        script.Script.Resharder.Progress.ShouldBeNull();
        script.Script.Log.Lines.Count(line => line.EventId == OtherCount).ShouldBe(setting == GatewayReshard.Off ? 1 : 0);
    }

    [Fact]
    public async Task Watch_FixedCount_DoesNotAsk()
    {
        await using var script = await StartAsync(GatewayReshard.Off, fixedCount: 1);

        script.Script.Time.Advance(TimeSpan.FromDays(1));

        await Eventually.UntilAsync(() => script.Script.Watch.ExecuteTask!.IsCompletedSuccessfully);
        script.Script.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Watch_DiscordDoesNotAnswer_AsksAgain()
    {
        await using var script = await StartAsync(GatewayReshard.Off);
        script.Script.Fail(new IOException("no route"));
        await script.Script.Time.PassAsync(script.Script.Timing.AskEvery);
        await Eventually.UntilAsync(() => script.Script.Log.Lines.Any(line => line.EventId == 1047));

        await AnswerAsync(script, 1);
    }

    [Fact]
    public async Task Watch_ReshardMayNotBegin_SaysWhyAndTriesAgain()
    {
        await using var script = await StartAsync(GatewayReshard.Automatic);
        await AnswerAsync(script, 2, remaining: 11);
        script.Script.Answer(2, maxConcurrency: 16, remaining: 11);

        await Eventually.UntilAsync(() => script.Script.Log.Lines.Any(line => line.EventId == Refused && line.Text.Contains("BudgetLow")));

        await AnswerAsync(script, 2, remaining: 11);
        script.Script.Answer(2, maxConcurrency: 16, remaining: 11);
        await Eventually.UntilAsync(() => script.Script.Log.Lines.Count(line => line.EventId == Refused) == 2);
    }

    // Each attempt costs IDENTIFYs; a day has not many of them.
    [Fact]
    public async Task Watch_ReshardWasGivenUp_TriesAgainOnlyAfterADay()
    {
        await using var script = await StartAsync(GatewayReshard.Automatic);
        await AnswerAsync(script, 2);
        script.Script.Answer(2, maxConcurrency: 16);
        var (_, transport) = await script.IdentifyAsync(2);
        transport.Close(4011);
        await script.PassUntilAsync(() => script.Script.Log.Lines.Any(line => line.EventId == 1044));

        for (var hour = 1; hour < 24; hour++)
        {
            await AnswerAsync(script, 2);
            script.Script.Resharder.Progress.ShouldBeNull();
        }

        await AnswerAsync(script, 2);
        script.Script.Answer(2, maxConcurrency: 16);
        await script.PassUntilAsync(() => script.Script.Resharder.Progress is not null);
    }

    private static async Task<ReshardScript> StartAsync(GatewayReshard reshard, int shards = 1, int fixedCount = 0)
    {
        var settings = ReshardScript.Settings;
        settings.Reshard = reshard;
        settings.ShardCount = fixedCount;
        var script = await ReshardScript.StartAsync(shards, settings);
        await script.Script.Watch.StartAsync(TestContext.Current.CancellationToken);
        return script;
    }

    // Waits for the watch's next question.
    private static async Task AnswerAsync(ReshardScript script, int recommended, int remaining = 1000)
    {
        var asked = script.Script.Asked;
        script.Script.Answer(recommended, maxConcurrency: 16, remaining);
        await script.Script.Time.PassAsync(script.Script.Timing.AskEvery);
        await Eventually.UntilAsync(() => script.Script.Asked > asked);
    }
}
