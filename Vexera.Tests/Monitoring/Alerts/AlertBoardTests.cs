using Vexera.Core.Monitoring.Alerts;

namespace Vexera.Tests.Monitoring.Alerts;

/// <summary>What fires and what is past.</summary>
public sealed class AlertBoardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Put_FiringThenResolved_MovesFromFiringToPast()
    {
        var board = new AlertBoard();
        var alert = new Alert("Cpu", AlertSeverity.Warning, Noon, null, 0.9, 0.8, "busy");

        board.Put(alert);
        board.Firing.ShouldBe([alert]);

        var resolved = alert with { ResolvedAt = Noon.AddMinutes(5) };
        board.Put(resolved);
        board.Firing.ShouldBeEmpty();
        board.Past(10).ShouldBe([resolved]);
    }

    [Fact]
    public void Firing_Several_WorstFirstThenOldest()
    {
        var board = new AlertBoard();
        Alert[] alerts =
        [
            new("Disk", AlertSeverity.Notice, Noon, null, 1, 2, ""),
            new("Memory", AlertSeverity.Critical, Noon.AddMinutes(2), null, 1, 2, ""),
            new("Cpu", AlertSeverity.Critical, Noon.AddMinutes(1), null, 1, 2, ""),
        ];

        foreach (var alert in alerts)
            board.Put(alert);

        board.Firing.Select(alert => alert.Rule).ShouldBe(["Cpu", "Memory", "Disk"]);
    }

    [Fact]
    public void Put_Anything_RaisesChangedAfterTheBoardShowsIt()
    {
        var board = new AlertBoard();
        var seen = -1;
        board.Changed += () => seen = board.Firing.Count;

        board.Put(new Alert("Cpu", AlertSeverity.Warning, Noon, null, 0.9, 0.8, ""));

        seen.ShouldBe(1);
    }
}
