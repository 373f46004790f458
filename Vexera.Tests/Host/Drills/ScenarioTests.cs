using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills;

/// <summary>Scenarios are data: their times, their sizes, their names.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. ScenarioCatalog.All.Select(scenario => scenario.Name)];

    [Fact]
    public void Names_OfAll_AreTheirOwn() => ScenarioCatalog.All.Select(scenario => scenario.Name).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Names))]
    public void Moments_OfEach_ComeInOrderAndPromiseSomething(string name)
    {
        var scenario = Named(name);

        scenario.Moments.ShouldNotBeEmpty();
        scenario.Moments.Select(moment => moment.Clock).ShouldBe(scenario.Moments.Select(moment => moment.Clock).Order());
        scenario.Promises.ShouldNotBeEmpty();
        scenario.Summary.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Due_WithAShortMinute_IsCompressed()
    {
        var scenario = new Scenario("day", "a day") { Minute = TimeSpan.FromSeconds(2) };
        scenario.At("13:10");

        var later = scenario.At("13:57:30");

        scenario.Due(later).ShouldBe(TimeSpan.FromSeconds(95));
    }

    [Theory]
    [InlineData(null, "80000")]
    [InlineData(0.5, "40000")]
    [InlineData(0.001, "2000")]
    public void Settings_OfMessagesOfATime_FollowTheRate(double? scale, string limit)
    {
        var scenario = new Scenario("day", "a day") { Rate = 2_000 }.With("Net:Freshness", "00:00:05").WithMessagesOf("Dispatch:QueueLimit", TimeSpan.FromSeconds(40));

        var settings = new DrillSettings(scale).ForBot(scenario, "127.0.0.1:53", statsPort: 8125);

        settings["Dispatch:QueueLimit"].ShouldBe(limit);
        settings["Net:Freshness"].ShouldBe("00:00:05");
    }

    [Theory]
    [InlineData(0.05, 14, 15_000)]
    [InlineData(0.001, 2, 300)]
    [InlineData(null, 288, 300_000)]
    public void World_AtAScale_IsItsShareOfTheScenario(double? scale, int shards, int guilds)
    {
        var scenario = new Scenario("large", "large") { Shards = 288, Guilds = 300_000, MaxConcurrency = 16 };

        var world = new DrillSettings(scale, Seed: 7).World(scenario);

        (world.Shards, world.Guilds, world.Seed).ShouldBe((shards, guilds, 7));
        world.MaxConcurrency.ShouldBe(Math.Min(16, shards));
    }

    private static Scenario Named(string name) => ScenarioCatalog.All.Single(scenario => scenario.Name == name);
}
