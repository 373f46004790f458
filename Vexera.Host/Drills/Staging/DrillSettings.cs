using System.Globalization;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Scenarios;

namespace Vexera.Host.Drills.Staging;

/// <summary>What the command line says of a drill.</summary>
/// <param name="Scale">The share of a scenario's size, 0.001 to 10; null for its own.</param>
/// <param name="Seed">What generated guilds, traffic and people follow from.</param>
/// <param name="Breaker">What is broken on purpose; null for nothing.</param>
internal sealed record DrillSettings(double? Scale = null, int Seed = 0, string? Breaker = null)
{
    /// <summary>How long what happens takes beside the scenario's own time; 1 unless a test is in a hurry.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>How long the end waits for what is under way.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The name by which the bot finds the simulator.</summary>
    public const string HostName = "discord.test";

    private const int LeastShards = 2, LeastGuilds = 20, LeastRate = 50;

    /// <summary>How big the simulated Discord is.</summary>
    public SandboxWorldSize World(Scenario scenario)
    {
        var shards = Math.Max(LeastShards, (int)Math.Round(scenario.Shards * (Scale ?? 1)));
        return new SandboxWorldSize(
            Math.Max(LeastGuilds, (int)Math.Round(scenario.Guilds * (Scale ?? 1))),
            shards,
            Math.Min(shards, scenario.MaxConcurrency ?? shards),
            Seed,
            HasDns: true,
            scenario.HasRateLimits);
    }

    /// <summary>Numbered messages a second.</summary>
    public int Rate(Scenario scenario) => Math.Max(LeastRate, (int)Math.Round(scenario.Rate * (Scale ?? 1)));

    /// <summary>What the bot is set to.</summary>
    /// <param name="scenario">May set more.</param>
    /// <param name="dns">Where the simulator's DNS server listens.</param>
    /// <param name="statsPort">The port of the simulator's StatsD server.</param>
    public IReadOnlyDictionary<string, string> ForBot(Scenario scenario, string dns, int statsPort) => new Dictionary<string, string>(scenario.Settings(Rate(scenario)))
    {
        ["Net:DnsServer"] = dns,
        ["Telemetry:StatsD:Port"] = statsPort.ToString(CultureInfo.InvariantCulture),
        ["Telemetry:Prometheus:Enabled"] = "true",
    };
}
