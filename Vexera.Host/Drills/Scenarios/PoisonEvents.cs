using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Discord sends what it never should.</summary>
internal static class PoisonEvents
{
    public static Scenario Build()
    {
        var drill = new Scenario("poison-events", DrillText.PoisonEvents) { ShortScale = 0.5 };
        drill.At("0:00:00").Poison();
        drill.At("0:00:05").BrokenFrames(within: TimeSpan.FromMinutes(1));
        drill.At("0:00:10").Poison().Changes(10);
        drill.At("0:00:15").Calm();
        return drill.Promise(Promised.Always).Promise(Messages.NoneDoubled(), Sessions.ReturnedWithin(TimeSpan.FromSeconds(15)));
    }
}
