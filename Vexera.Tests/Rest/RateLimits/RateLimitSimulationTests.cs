using CsCheck;

namespace Vexera.Tests.Rest.RateLimits;

/// <summary>The budget against a simulated Discord that counts every request too many.</summary>
public sealed class RateLimitSimulationTests
{
    private const int Requests = 1_000;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(150);

    [Fact]
    public void ThousandRequests_OverManyBuckets_NeverExceedWhatDiscordAllows() =>
        Gen.Select(Gen.Int, Gen.Int[1, 12], Gen.Int[1, 60], Gen.Int[5, 100], Gen.Int[0, 800], Gen.Int[0, 20_000])
            .Sample((seed, routes, majors, globalLimit, latency, spread) =>
            {
                using var simulation = new RateLimitSimulation(seed, globalLimit, TimeSpan.FromMilliseconds(latency));
                Load(simulation, new Random(seed), RoutesOf(seed, routes), majors, spread);

                simulation.Run();

                simulation.Discord.Violations.ShouldBeEmpty();
                simulation.Finished.ShouldBe(Requests + routes);
            }, iter: 60);

    [Fact]
    public void ThousandRequests_SomeOfThemLost_AreRepeatedAndHardlyExceed() =>
        Gen.Select(Gen.Int, Gen.Int[1, 12], Gen.Int[1, 60], Gen.Double[0, 0.2])
            .Sample((seed, routes, majors, loss) =>
            {
                using var simulation = new RateLimitSimulation(seed, globalLimit: 50, Latency, loss);
                Load(simulation, new Random(seed), RoutesOf(seed, routes), majors, spread: 5_000);

                simulation.Run();

                // What is lost before a bucket's first answer is the only thing that cannot be known.
                simulation.Discord.Violations.Count.ShouldBeLessThanOrEqualTo(simulation.Lost);
                simulation.Finished.ShouldBe(Requests + routes);
            }, iter: 30);

    [Fact]
    public void OneBucket_WithAFlood_IsUsedNearlyInFull()
    {
        using var simulation = new RateLimitSimulation(seed: 1, globalLimit: 50, Latency);
        var route = new SimulatedRoute("GET /a", "a", Limit: 5, TimeSpan.FromSeconds(5));
        for (var i = 0; i < 100; i++)
            simulation.Request(route, "", TimeSpan.Zero);

        simulation.Run();

        simulation.Discord.Violations.ShouldBeEmpty();
        // 20 windows of 5 seconds, and the way there and back for each.
        simulation.Clock.Now.ShouldBeLessThan(TimeSpan.FromSeconds(20 * 5.5));
    }

    [Fact]
    public void ManyBuckets_WithAFlood_UseTheGlobalLimitNearlyInFull()
    {
        using var simulation = new RateLimitSimulation(seed: 1, globalLimit: 50, Latency);
        var route = new SimulatedRoute("GET /a", "a", Limit: 5, TimeSpan.FromSeconds(5));
        for (var i = 0; i < Requests; i++)
            simulation.Request(route, $"/channels/{i}", TimeSpan.Zero);

        simulation.Run();

        simulation.Discord.Violations.ShouldBeEmpty();
        simulation.MostInFlight.ShouldBeLessThanOrEqualTo(50);
        // 50 in each second and one way there and back.
        simulation.Clock.Now.ShouldBeLessThan(TimeSpan.FromSeconds(Requests / 50 * 1.35));
    }

    [Fact]
    public void ExemptRequests_BesideAFlood_DoNotWait()
    {
        using var simulation = new RateLimitSimulation(seed: 1, globalLimit: 10, Latency);
        var flood = new SimulatedRoute("GET /a", "a", Limit: 100, TimeSpan.FromSeconds(1));
        var callback = new SimulatedRoute("POST /callback", "b", Limit: 5, TimeSpan.FromSeconds(1), Counted: false);
        for (var i = 0; i < 100; i++)
        {
            simulation.Request(flood, $"/channels/{i}", TimeSpan.Zero);
            simulation.Request(callback, $"/interactions/{i}", TimeSpan.Zero);
        }

        simulation.Run();

        simulation.Discord.Violations.ShouldBeEmpty();
        simulation.MostInFlight.ShouldBe(110);
        simulation.Finished.ShouldBe(200);
    }

    private static SimulatedRoute[] RoutesOf(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            // About every third route shares the bucket of another.
            var bucket = random.Next(3) == 0 ? i / 2 : i;
            var figures = new Random(unchecked(seed * 31) + bucket);
            return new SimulatedRoute($"GET /{i}", $"hash{bucket}", figures.Next(1, 11), TimeSpan.FromMilliseconds(figures.Next(250, 10_000)));
        })];
    }

    private static void Load(RateLimitSimulation simulation, Random random, SimulatedRoute[] routes, int majors, int spread)
    {
        // Which routes share a bucket shows only in answers: let each give one, on a resource of its own.
        foreach (var route in routes)
            simulation.Request(route, $"first of {route.Name}", TimeSpan.Zero);
        simulation.Run();
        for (var i = 0; i < Requests; i++)
        {
            simulation.Request(
                routes[random.Next(routes.Length)], $"/channels/{random.Next(majors)}", TimeSpan.FromMilliseconds(random.Next(spread + 1)));
        }
    }
}
