using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Staging;
using Vexera.Sandbox;
using Vexera.Sandbox.Traffic;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Drills;

/// <summary>The same seed makes the same drill: guilds, traffic, people. What a soak does is in <see cref="SoakTests"/>.</summary>
public sealed class SeedTests
{
    private const int Guilds = 30, Messages = 60, Calls = 200;
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Settings_TheSeed_IsTheWorlds()
    {
        var scenario = ScenarioCatalog.All[0];

        new DrillSettings(Seed: 7).World(scenario).Seed.ShouldBe(7);
        new DrillSettings().World(scenario).Seed.ShouldBe(0, "a drill without a seed is that of seed 0, which is printed");
    }

    [Fact]
    public async Task Sandbox_TheSameSeed_IsTheSameGuildsAndTraffic()
    {
        var (guilds, traffic) = await WorldAsync(seed: 7);

        guilds.Length.ShouldBeGreaterThan(Guilds);
        traffic.Count.ShouldBe(Messages);
        var again = await WorldAsync(seed: 7);
        again.Guilds.ShouldBe(guilds);
        again.Traffic.ShouldBe(traffic);
    }

    [Fact]
    public async Task Sandbox_AnotherSeed_IsOtherGuildsAndTraffic()
    {
        var (guilds, traffic) = await WorldAsync(seed: 7);

        var other = await WorldAsync(seed: 8);
        other.Guilds.ShouldNotBe(guilds);
        other.Traffic.ShouldNotBe(traffic);
    }

    [Fact]
    public void People_TheSameSeed_CallTheSameInTheSameOrder() => CallsOf(seed: 7).ShouldBe(CallsOf(seed: 7));

    [Fact]
    public void People_AnotherSeed_CallSomethingElse() => CallsOf(seed: 7).ShouldNotBe(CallsOf(seed: 8));

    [Fact]
    public void People_InTime_CallEverythingEverywhere()
    {
        var calls = CallsOf(seed: 7);

        calls.Select(call => call.Split(' ')[0]).Distinct().Count().ShouldBe(4);
        calls.Select(call => call.Split(' ')[2]).Distinct().Count().ShouldBeGreaterThan(8);
    }

    private static List<string> CallsOf(int seed)
    {
        var random = new Random(seed);
        var people = new PeoplesCalls("30", "20");
        PeoplesGuild[] places = [.. Enumerable.Range(1, 4).Select(number => new PeoplesGuild($"{number}", $"{number}1", $"{number}2", $"{number}3"))];
        return
        [
            .. Enumerable.Range(0, Calls).Select(_ => people.Choose(random, places)).Select(call => $"{call.Guild.Id} {call.By} {call.Content}"),
        ];
    }

    private static async Task<(string Guilds, List<string> Traffic)> WorldAsync(int seed)
    {
        var token = TestContext.Current.CancellationToken;
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0", Guilds = Guilds, Seed = seed, TimeProvider = new FakeTimeProvider(Day) }, token);
        var traffic = new List<string>();
        using var subscription = sandbox.World.Subscribe(happened =>
        {
            lock (traffic)
                traffic.Add(Told(happened));
        });
        var generator = sandbox.Services.GetRequiredService<TrafficGenerator>();
        await generator.StartAsync(new TrafficPlan { EventsPerSecond = 0, Count = Messages });
        await Eventually.UntilAsync(() => !generator.IsRunning);
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        return (await http.GetStringAsync(new Uri("/sandbox/guilds", UriKind.Relative), token), traffic);
    }

    private static string Told(WorldEvent happened)
    {
        var message = JsonBytes.Element(json => happened.Write(json, default));
        return string.Create(CultureInfo.InvariantCulture, $"{happened.Name} {Text(message, "channel_id")} {Text(message, "content")}");
    }

    private static string? Text(JsonElement message, string name) => message.GetProperty(name).GetString();
}
