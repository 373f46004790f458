using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>A third of the guilds becomes unavailable and comes back, and the gateway refuses connections with 503 meanwhile.</summary>
internal static class DiscordOutage
{
    public static Scenario Build()
    {
        var drill = new Scenario("discord-outage", DrillText.DiscordOutage) { Guilds = 300_000, Shards = 288, MaxConcurrency = 288, Rate = 2_000, TrafficShare = 0.5, ShortScale = 0.01 };
        drill.At("0:00:00").Outage(share: 1.0 / 3);
        drill.At("0:00:05").GatewayDown(TimeSpan.FromSeconds(8), within: TimeSpan.FromMinutes(2));
        drill.At("0:00:20").OutageEnds();
        drill.At("0:00:30").Calm();
        return drill.Promise(Promised.Always).Promise(Messages.NoneDoubled(), Sessions.ReturnedWithin(TimeSpan.FromSeconds(60)));
    }
}
