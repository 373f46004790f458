using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>The first start, with fewer sessions at once than there are shards.</summary>
internal static class ColdBoot
{
    public static Scenario Build()
    {
        var drill = new Scenario("cold-boot", DrillText.ColdBoot) { ShortScale = 0.5, MaxConcurrency = 4 };
        drill.At("0:00:00").NewGuilds(3);
        drill.At("0:00:08").Calm();
        return drill.Promise(Promised.Always).Promise(
            Messages.NoneDoubled(),
            Answers.Within(TimeSpan.FromSeconds(5)),
            Sessions.StartedAsFastAsAllowed(factor: 1.2, own: TimeSpan.FromSeconds(12)),
            Greetings.OnceToNewGuilds());
    }
}
