using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Every socket is dropped at once while messages flow and the resolver is slow.</summary>
internal static class ResumeStorm
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    public static Scenario Build()
    {
        var drill = new Scenario("resume-storm", DrillText.ResumeStorm) { ShortScale = 0.5 }
            .With("Net:Freshness", Freshness.ToString());
        drill.At("0:00:00").Resolver(delay: TimeSpan.FromSeconds(2));
        drill.At("0:00:06").Drop(within: TimeSpan.FromMinutes(1));
        drill.At("0:00:12").Drop(within: TimeSpan.FromMinutes(1));
        drill.At("0:00:16").Calm();
        return drill.Promise(Promised.Always).Promise(
            NameQuestions.Within(Freshness),
            Sessions.ReturnedWithin(TimeSpan.FromSeconds(10)),
            Messages.NoneDoubled());
    }
}
