using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Discord sends what it never should.</summary>
internal static class PoisonEvents
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Scenario Build()
    {
        var drill = new Scenario("poison-events", DrillText.PoisonEvents) { ShortScale = 0.5 };
        drill.At("0:00:00").Poison();
        drill.At("0:00:05").BrokenFrames(within: Patience);
        drill.At("0:00:08").TruncatedFrames(within: Patience);
        drill.At("0:00:11").CutOffJson(within: Patience);
        drill.At("0:00:13").Poison().Changes(10);
        drill.At("0:00:16").Calm();
        return drill.Promise(Promised.Always).Promise(Messages.NoneDoubled(), Sessions.ReturnedWithin(TimeSpan.FromSeconds(15)));
    }
}
