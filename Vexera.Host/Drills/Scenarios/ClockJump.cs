using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>The bot's clock is set an hour ahead, back to an hour behind, and right.</summary>
internal static class ClockJump
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Wrong = TimeSpan.FromHours(1);

    public static Scenario Build()
    {
        var drill = new Scenario("clock-jump", DrillText.ClockJump) { ShortScale = 0.5 }
            .With("Net:Freshness", Freshness.ToString())
            .With("Telemetry:StatsD:Host", Scenario.StatsHost)
            .With("Telemetry:StatsD:Interval", "00:00:01");
        drill.At("0:00:00").SetClock(Wrong).Changes(5).NewGuilds(2);
        drill.At("0:00:05").SetClock(-Wrong).Changes(5);
        drill.At("0:00:08").Drop(within: TimeSpan.FromMinutes(1)).NewGuilds(2);
        drill.At("0:00:12").SetClock(TimeSpan.Zero).Changes(5);
        drill.At("0:00:16").Calm();
        return drill.Promise(Promised.Always).Promise(
            Messages.NoneDoubled(),
            Connections.NoneLostWithoutCause(),
            Sessions.ReturnedWithin(TimeSpan.FromSeconds(10)),
            NameQuestions.Within(Freshness),
            Answers.Within(TimeSpan.FromSeconds(5)),
            Greetings.OnceToNewGuilds());
    }
}
