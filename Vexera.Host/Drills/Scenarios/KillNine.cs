using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>The process is killed again and again while messages flow and guilds change.</summary>
internal static class KillNine
{
    public static Scenario Build()
    {
        var drill = new Scenario("kill-9", DrillText.KillNine) { ShortScale = 0.5 };
        drill.At("0:00:00").Changes(10);
        drill.At("0:00:02").Kill();
        drill.At("0:00:07").Changes(10).Kill();
        drill.At("0:00:13").Changes(10).Kill();
        drill.At("0:00:19").Calm();
        return drill.Promise(Promised.Always).Promise(Sessions.RestartedWithin(TimeSpan.FromSeconds(15)));
    }
}
