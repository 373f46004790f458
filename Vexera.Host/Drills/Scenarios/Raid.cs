using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>
/// Thousands of people join one guild within a minute, each of whom may have a mute to come back to, while moderators warn and every
/// case is shown.
/// </summary>
internal static class Raid
{
    private const int People = 10_000;

    public static Scenario Build()
    {
        var drill = new Scenario("raid", DrillText.RaidSummary) { ShortScale = 0.1 };
        drill.At("0:00:00").ModLog();
        drill.At("0:00:02").Raid(People, within: TimeSpan.FromSeconds(50));
        drill.At("0:00:12").Calm();
        return drill.Promise(Promised.Always).Promise(
            Messages.NoneDoubled(),
            Joins.AllWithin(TimeSpan.FromMinutes(1)),
            Answers.Within(TimeSpan.FromSeconds(5)));
    }
}
