using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Discord's limits are low, and some are not foretold: answers wait, and none is lost.</summary>
internal static class RateLimitStorm
{
    private const string Answers = "POST /channels";

    public static Scenario Build()
    {
        var drill = new Scenario("rate-limit-storm", DrillText.RateLimitStorm) { ShortScale = 0.5, HasRateLimits = true };
        drill.At("0:00:00").RateLimits(Answers, "shared", TimeSpan.FromSeconds(2), count: 6);
        drill.At("0:00:05").RateLimits(Answers, "user", TimeSpan.FromSeconds(1), count: 10);
        drill.At("0:00:10").RateLimits(Answers, "global", TimeSpan.FromSeconds(3), count: 1);
        drill.At("0:00:15").RequestsFail(Answers, status: 502, count: 5);
        drill.At("0:00:22").Calm();
        return drill.Promise(Promised.UnderLimits).Promise(Messages.NoneDoubled(), Promises.Answers.Within(TimeSpan.FromSeconds(20)));
    }
}
