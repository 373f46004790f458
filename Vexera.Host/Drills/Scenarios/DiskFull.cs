using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>The disk takes nothing more of the database while guilds change; then there is room again, and the bot is restarted.</summary>
internal static class DiskFull
{
    public static Scenario Build()
    {
        // Of its time in trouble the bot looks once in ten seconds.
        var drill = new Scenario("disk-full", DrillText.DiskFullSummary) { ShortScale = 0.5 }
            .With("Alerts:Rules:StorageLag:Threshold", "3")
            .With("Alerts:Rules:StorageLag:Clear", "1")
            .With("Alerts:Rules:StorageLag:For", "00:00:00");
        drill.At("0:00:00").DiskFull().Expect("StorageLag");
        drill.At("0:00:02").Changes(10).NewGuilds(2);
        drill.At("0:00:09").Changes(10);
        drill.At("0:00:17").DiskHasRoom();
        drill.At("0:00:19").Restart();
        drill.At("0:00:23").Calm();
        return drill.Promise(Promised.Always).Promise(
            Messages.NoneDoubled(),
            Answers.Within(TimeSpan.FromSeconds(5)),
            Alerts.RaisedWithin(TimeSpan.FromMinutes(2)),
            Greetings.OnceToNewGuilds());
    }
}
