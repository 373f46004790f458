using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>The bot is stopped and started again while messages flow and guilds change; then its cache is thrown away.</summary>
internal static class WarmRestart
{
    public static Scenario Build()
    {
        var drill = new Scenario("warm-restart", DrillText.WarmRestart) { ShortScale = 0.5 };
        drill.At("0:00:00").Changes(10);
        drill.At("0:00:03").Restart();
        drill.At("0:00:10").Changes(10).Restart(away: TimeSpan.FromSeconds(3));
        drill.At("0:00:17").PurgeCache();
        drill.At("0:00:20").Calm();
        return drill.Promise(Promised.Always).Promise(Messages.NoneDoubled(), Sessions.RestartedWithin(TimeSpan.FromSeconds(10)));
    }
}
