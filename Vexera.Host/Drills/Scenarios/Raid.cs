using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Thousands of people join one guild within a minute, while the bot hears of members.</summary>
internal static class Raid
{
    private const int Joins = 10_000;

    public static Scenario Build()
    {
        var drill = new Scenario("raid", DrillText.RaidSummary)
            .With("Gateway:Intents", "Guilds, GuildMembers, GuildMessages, DirectMessages, MessageContent");
        drill.At("0:00:00").Raid(Joins);
        drill.At("0:01:00").Calm();
        return drill.Promise(Promised.Always).Promise(Messages.NoneDoubled(), Answers.Within(TimeSpan.FromSeconds(5)));
    }
}
