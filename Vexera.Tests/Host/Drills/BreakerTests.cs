using Vexera.Host.Drills.Bot.Breakers;
using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills;

/// <summary>A bot that is broken on purpose breaks the promise that is about it, in a whole drill of three processes.</summary>
public sealed class BreakerTests
{
    private const double Scale = 0.25;

    private static readonly Dictionary<string, (string Scenario, string Promise)> Broken = new()
    {
        ["throwing-stats"] = ("resume-storm", Vexera.Host.DrillText.PromiseProcess),
        ["unbounded-names"] = ("resume-storm", Vexera.Host.DrillText.PromiseNames),
        ["unordered-writes"] = ("warm-restart", Vexera.Host.DrillText.PromiseGuilds),
        ["thanks-without-ledger"] = ("cold-boot", Vexera.Host.DrillText.PromiseThanks),
        ["sequential-identify"] = ("cold-boot", Vexera.Host.DrillText.PromiseStart),
    };

    public static TheoryData<string> Breakers => [.. BreakerCatalog.All.Keys];

    [Theory]
    [MemberData(nameof(Breakers))]
    public async Task Drill_WithTheBotBroken_BreaksItsPromiseAndNamesTheMoment(string breaker)
    {
        var (name, promise) = Broken[breaker];
        var scenario = ScenarioCatalog.All.Single(scenario => scenario.Name == name);
        var runner = new DrillRunner(new DrillSettings(Scale, Breaker: breaker), new Progress<string>());

        var report = DrillReport.Of(await runner.RunAsync(scenario, TestContext.Current.CancellationToken));

        var broken = report.Promises.Single(one => one.Text == promise);
        broken.Kept.ShouldBeFalse($"{broken.Text}: {broken.Seen}");
        broken.First.ShouldNotBeNull();
    }

    [Fact]
    public async Task Drill_WithNothingBroken_KeepsThem()
    {
        var scenario = ScenarioCatalog.All.Single(scenario => scenario.Name == "resume-storm");
        var runner = new DrillRunner(new DrillSettings(Scale, Seed: 3), new Progress<string>());

        var report = DrillReport.Of(await runner.RunAsync(scenario, TestContext.Current.CancellationToken));

        report.Promises.Where(promise => !promise.Kept).Select(promise => $"{promise.Text}: {promise.Seen}").ShouldBeEmpty();
    }
}
