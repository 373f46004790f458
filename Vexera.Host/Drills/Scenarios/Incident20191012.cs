using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>
/// The day on which a bot of this name was down for two hours; docs/incident-2019-10-12.md tells what happened then. A minute of that
/// day takes two seconds here.
/// </summary>
internal static class Incident20191012
{
    private const double Batch = 1.0 / 8;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Scenario Build()
    {
        var drill = new Scenario("incident-2019-10-12", DrillText.Incident)
        {
            Guilds = 300_000,
            Shards = 288,
            MaxConcurrency = 16,
            Rate = 1_000,
            TrafficShare = 0.5,
            Minute = TimeSpan.FromSeconds(2),
        };
        Set(drill);
        drill.At("13:10").Resolver(delay: TimeSpan.FromMilliseconds(500));
        drill.At("13:30").Resolver(delay: TimeSpan.FromSeconds(1.5));
        drill.At("13:57").ResolverSilent().Expect("DnsFailing");
        drill.At("14:06").ReconnectShards(from: 0, share: Batch);
        drill.At("14:12").ResolverRefuses();
        drill.At("14:16").ReconnectShards(from: Batch, share: Batch);
        drill.At("14:25").ResolverRecovers().Drop(within: Patience);
        drill.At("14:36").Drop(within: Patience);
        drill.At("14:40").ColdRestart();
        drill.At("14:49").SlowHandler(takes: TimeSpan.FromSeconds(1)).Expect("QueueFill");
        drill.At("15:01").PurgeCache().Changes(10);
        drill.At("15:05").SlowHandler(takes: TimeSpan.Zero).NewGuilds(5).Outage(share: 1.0 / 3);
        drill.At("15:12").OutageEnds();
        drill.At("15:24").ReconnectShards(from: 0, share: 1);
        drill.At("15:26").CacheFull().Changes(20);
        drill.At("15:30").Calm();
        return drill.Promise(Promised.Always).Promise(
            Messages.NoneDoubled(),
            NameQuestions.Within(Freshness),
            Statistics.ArriveAgainWithin(TimeSpan.FromSeconds(10)),
            Alerts.RaisedWithin(TimeSpan.FromMinutes(2)),
            Answers.Within(TimeSpan.FromSeconds(10)),
            Sessions.ReturnedWithin(Patience),
            Sessions.StartedAsFastAsAllowed(factor: 1.2, own: TimeSpan.FromSeconds(30)),
            Greetings.OnceToNewGuilds());
    }

    // As the day is compressed, so are the freshness of addresses, the patience with the resolver and what alerts wait for.
    private static void Set(Scenario drill) => drill
        .Beside(DrillText.IncidentSeconds, TimeSpan.FromMinutes(140).TotalSeconds)
        .With("Net:Freshness", Freshness.ToString())
        .With("Net:QueryTimeout", "00:00:02")
        .With("Telemetry:StatsD:Host", Scenario.StatsHost)
        .With("Telemetry:StatsD:Interval", "00:00:01")
        .With("State:CacheMegabytes", "1")
        .WithMessagesOf("Dispatch:QueueLimit", TimeSpan.FromSeconds(35))
        .With("Dispatch:MaxParallel", "16")
        .With("Alerts:Rules:QueueFill:Threshold", "0.3")
        .With("Alerts:Rules:QueueFill:Clear", "0.15")
        .With("Alerts:Rules:QueueFill:For", "00:00:05")
        .With("Alerts:Rules:DnsFailing:Threshold", "0.1")
        .With("Alerts:Rules:DnsFailing:Clear", "0.05");
}
