using Vexera.Host.Drills.Bot.Breakers;
using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Staging;
using DrillText = Vexera.Host.DrillText;

namespace Vexera.Tests.Host.Drills;

/// <summary>A bot that is broken on purpose breaks the promise that is about it, in a whole drill of three processes.</summary>
public sealed class BreakerTests
{
    private static readonly Dictionary<string, Break> Breaks = new()
    {
        ["throwing-stats"] = new("resume-storm", DrillText.PromiseProcess, Pace: 0.4),
        ["unbounded-names"] = new("resume-storm", DrillText.PromiseNames, Pace: 0.2),
        ["memory-leak"] = new("cold-boot", DrillText.PromiseMemory, Pace: 0.8),
        ["no-stats"] = new("resume-storm", DrillText.PromiseStatistics, Pace: 1),
        ["no-alerts"] = new("slow-handler", DrillText.PromiseAlerts, Pace: 0.7),

        ["full-queue"] = new("cold-boot", DrillText.PromiseNoneLost),
        ["no-members-intent"] = new("raid", DrillText.PromiseJoins, Scale: 0.1),
        ["sequential-identify"] = new("cold-boot", DrillText.PromiseStart),
        ["no-identify-gate"] = new("cold-boot", DrillText.PromiseIdentifies, Scale: 0.5),
        ["forgotten-sessions"] = new("warm-restart", DrillText.PromiseSessions),
        ["hesitant-reconnect"] = new("resume-storm", DrillText.PromiseReturn, Pace: 0.2),
        ["restless-connections"] = new("clock-jump", DrillText.PromiseConnections, Pace: 1),
        ["deaf-to-refusal"] = new("token-revoked", DrillText.PromiseEnd),

        ["unordered-writes"] = new("warm-restart", DrillText.PromiseGuilds),
        ["stale-sequence"] = new("warm-restart", DrillText.PromiseNoneDoubled),
        ["slow-load"] = new("warm-restart", DrillText.PromiseRestart),
        ["cold-cache-unknown"] = new("warm-restart", DrillText.PromiseUnknown),
        ["cases-cleaned-up"] = new("cold-boot", DrillText.PromiseCases),

        ["answers-given-up"] = new("cold-boot", DrillText.PromiseAnswers),
        ["answers-repeated"] = new("cold-boot", DrillText.PromiseAnswers),
        ["slow-answers"] = new("cold-boot", DrillText.PromiseAnswerDelay) { Patience = TimeSpan.FromSeconds(8) },
        ["endless-answers"] = new("cold-boot", DrillText.PromiseRules),
        ["unreadable-settings"] = new("cold-boot", DrillText.PromiseFailed),
        ["no-rest-budget"] = new("rate-limit-storm", DrillText.PromiseRulesBeside, Pace: 0.5),

        ["thanks-without-ledger"] = new("cold-boot", DrillText.PromiseThanks),
        ["thanks-twice"] = new("cold-boot", DrillText.PromiseThanksNew),
        ["no-thanks"] = new("cold-boot", DrillText.PromiseThanksNew),
    };

    public static TheoryData<string> Breakers => [.. BreakerCatalog.All.Keys];

    // The soak takes hours; the one promise that is its own is held to data in MemoryOverTimeTests.
    public static TheoryData<string, string> Promises =>
        [.. ScenarioCatalog.All.Where(scenario => scenario.Name != Soak.Name).SelectMany(scenario => scenario.Promises.Select(promise => (scenario.Name, promise(SeenDrill.Kept).Promise.Text)))];

    [Theory]
    [MemberData(nameof(Breakers))]
    public async Task Drill_WithTheBotBroken_BreaksItsPromiseAndNamesTheMoment(string breaker)
    {
        var wanted = Breaks[breaker];
        var settings = new DrillSettings(wanted.Scale, Breaker: breaker) { Pace = wanted.Pace, Patience = wanted.Patience };

        var record = await new DrillRunner(settings, new Progress<string>()).RunAsync(wanted.Build(), TestContext.Current.CancellationToken);

        var report = DrillReport.Of(record);
        var broken = report.Promises.Single(promise => promise.Text == wanted.Promise);
        broken.Kept.ShouldBeFalse($"{broken.Text}: {broken.Seen}");
        broken.Seen.ShouldNotStartWith(DrillText.NotMeasured.Replace("{0}", "", StringComparison.Ordinal));
        broken.First.ShouldNotBeNullOrEmpty();
        broken.Log.ShouldNotBeEmpty();
        report.IsKept.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public void Promise_OfEachScenario_HasABreaker(string scenario, string promise) =>
        Breaks.Values.ShouldContain(one => one.Promise == promise, $"nothing breaks what {scenario} promises: {promise}");

    [Theory]
    [InlineData("cold-boot")]
    [InlineData("warm-restart")]
    public async Task Drill_WithNothingBroken_KeepsThem(string name)
    {
        var well = new Break(name, "");
        var settings = new DrillSettings(well.Scale, Seed: 3) { Pace = well.Pace };

        var told = new Told();

        var report = DrillReport.Of(await new DrillRunner(settings, told).RunAsync(well.Build(), TestContext.Current.CancellationToken));

        told.Lines[0].ShouldContain("seed 3");
        report.Promises.Where(promise => !promise.Kept).Select(promise => $"{promise.Text}: {promise.Seen}").ShouldBeEmpty();
    }

    private sealed class Told : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }

    /// <summary>Which scenario a breaker breaks, and which promise of it.</summary>
    /// <param name="Scenario">The scenario.</param>
    /// <param name="Promise">The promise's text.</param>
    /// <param name="Scale">How big the world is: as small as shows it.</param>
    /// <param name="Pace">How quick the scenario is: as quick as a bot that is well has the time to keep the promise.</param>
    private sealed record Break(string Scenario, string Promise, double Scale = 0.25, double Pace = 0.4)
    {
        /// <summary>How long what is under way is waited for: what is broken never comes.</summary>
        public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(4);

        public Scenario Build() => ScenarioCatalog.All.Single(scenario => scenario.Name == Scenario);
    }
}
