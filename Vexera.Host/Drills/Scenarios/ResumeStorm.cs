using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Every socket is dropped at once while messages flow and the resolver is slow, and once more while it refuses.</summary>
internal static class ResumeStorm
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Scenario Build()
    {
        var drill = new Scenario("resume-storm", DrillText.ResumeStorm) { ShortScale = 0.5 }
            .With("Net:Freshness", Freshness.ToString())
            .With("Telemetry:StatsD:Host", Scenario.StatsHost)
            .With("Telemetry:StatsD:Interval", "00:00:01");
        drill.At("0:00:00").Resolver(delay: TimeSpan.FromSeconds(2));
        drill.At("0:00:06").Drop(within: Patience);
        drill.At("0:00:11").ResolverRefuses().Drop(within: Patience);
        drill.At("0:00:17").ResolverRecovers();
        drill.At("0:00:20").Calm();
        return drill.Promise(Promised.Always).Promise(
            NameQuestions.Within(Freshness),
            Statistics.ArriveAgainWithin(TimeSpan.FromSeconds(10)),
            Sessions.ReturnedWithin(TimeSpan.FromSeconds(10)),
            Messages.NoneDoubled());
    }
}
