using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>
/// The disk takes half a second, for a while a second for each transaction and each read, and the bot is stopped in the middle
/// of it. What is slow is the disk at the database's door; the system and its own files are not.
/// </summary>
internal static class SlowDisk
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Slower = TimeSpan.FromSeconds(1);

    public static Scenario Build()
    {
        var drill = new Scenario("slow-disk", DrillText.SlowDisk) { ShortScale = 0.5 };
        drill.At("0:00:00").SlowDisk(Slow).Changes(10);
        drill.At("0:00:03").PurgeCache().Changes(10);
        drill.At("0:00:06").SlowDisk(Slower).Changes(10).NewGuilds(2);
        drill.At("0:00:10").SlowDisk(Slow).Restart();
        drill.At("0:00:14").SlowDisk(Slow).Changes(10);
        drill.At("0:00:18").SlowDisk(TimeSpan.Zero);
        drill.At("0:00:20").Calm();
        // The slowest answers wait for the stop, which is half a dozen transactions, and for the new process.
        return drill.Promise(Promised.Always).Promise(
            Messages.NoneDoubled(),
            Answers.Within(TimeSpan.FromSeconds(15)),
            Sessions.RestartedWithin(TimeSpan.FromSeconds(10)),
            Greetings.OnceToNewGuilds());
    }
}
