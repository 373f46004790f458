using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Another program locks the database for a while; the bot goes on from memory and writes later.</summary>
internal static class DatabaseLocked
{
    public static Scenario Build()
    {
        var drill = new Scenario("database-locked", DrillText.DatabaseLocked) { ShortScale = 0.5 }
            .With("Storage:BusyTimeout", "00:00:01");
        drill.At("0:00:00").LockDatabase(length: TimeSpan.FromSeconds(15));
        drill.At("0:00:02").Changes(10);
        drill.At("0:00:20").Restart();
        drill.At("0:00:25").Calm();
        return drill.Promise(Promised.Always).Promise(Messages.NoneDoubled(), Answers.Within(TimeSpan.FromSeconds(5)));
    }
}
