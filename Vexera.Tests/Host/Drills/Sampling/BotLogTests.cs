using Vexera.Host.Drills.Sampling;

namespace Vexera.Tests.Host.Drills.Sampling;

/// <summary>Log lines around a moment, of all processes of a bot together.</summary>
public sealed class BotLogTests
{
    [Fact]
    public void Around_AMoment_GivesTheLinesBeforeAndAfterOfAllFilesByTime()
    {
        var log = BotLog.Of([[SeenDrill.LogLine(1), SeenDrill.LogLine(3)], [SeenDrill.LogLine(2), SeenDrill.LogLine(4)]]);

        log.Around(SeenDrill.StartedAt + SeenDrill.Seconds(3), before: 2, after: 2)
            .ShouldBe([SeenDrill.LogLine(1), SeenDrill.LogLine(2), SeenDrill.LogLine(3), SeenDrill.LogLine(4)]);
    }

    [Fact]
    public void Around_LinesWithoutATimeOfTheirOwn_StayWithTheirs()
    {
        const string trace = "   at Vexera.Somewhere()";
        var log = BotLog.Of([[SeenDrill.LogLine(1), SeenDrill.LogLine(2), trace, SeenDrill.LogLine(3)]]);

        log.Around(SeenDrill.StartedAt + SeenDrill.Seconds(2), before: 0, after: 2).ShouldBe([SeenDrill.LogLine(2), trace]);
    }

    [Fact]
    public void Around_TheDrillsOwnQuestions_AreLeftOut() =>
        BotLog.Of([[SeenDrill.LogLine(1) + " The command line asked for status"]]).Around(SeenDrill.StartedAt).ShouldBeEmpty();
}
