using Microsoft.Extensions.Logging.Abstractions;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Tests.Support;

namespace Vexera.Tests.Monitoring.Alerts;

/// <summary>What fires and what is past.</summary>
public sealed class AlertBoardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Put_FiringThenResolved_MovesFromFiringToPast()
    {
        var board = NewBoard();
        var alert = new Alert("Cpu", AlertSeverity.Warning, Noon, null, 0.9, 0.8, "busy");

        board.Put([alert]);
        board.Firing.ShouldBe([alert]);

        var resolved = alert with { ResolvedAt = Noon.AddMinutes(5) };
        board.Put([resolved]);
        board.Firing.ShouldBeEmpty();
        board.Past(10).ShouldBe([resolved]);
    }

    [Fact]
    public void Firing_Several_WorstFirstThenOldest()
    {
        var board = NewBoard();
        Alert[] alerts =
        [
            new("Disk", AlertSeverity.Notice, Noon, null, 1, 2, ""),
            new("Memory", AlertSeverity.Critical, Noon.AddMinutes(2), null, 1, 2, ""),
            new("Cpu", AlertSeverity.Critical, Noon.AddMinutes(1), null, 1, 2, ""),
        ];

        board.Put(alerts);

        board.Firing.Select(alert => alert.Rule).ShouldBe(["Cpu", "Memory", "Disk"]);
    }

    [Fact]
    public void Put_Anything_RaisesChangedAfterTheBoardShowsIt()
    {
        var board = NewBoard();
        var seen = -1;
        board.Changed += () => seen = board.Firing.Count;

        board.Put([new Alert("Cpu", AlertSeverity.Warning, Noon, null, 0.9, 0.8, "")]);

        seen.ShouldBe(1);
    }

    [Fact]
    public void Past_MoreThanAreKept_DropsTheOldest()
    {
        var board = NewBoard();

        board.Put([.. Enumerable.Range(0, AlertBoard.MostPast + 5).Select(i =>
            new Alert("Cpu", AlertSeverity.Warning, Noon.AddMinutes(i), Noon.AddMinutes(i + 1), 1, 1, ""))]);

        board.Past(1_000).Count.ShouldBe(AlertBoard.MostPast);
        board.Past(1)[0].Since.ShouldBe(Noon.AddMinutes(AlertBoard.MostPast + 4));
    }

    [Fact]
    public void Put_AListenerThrows_TheOthersHearOfItAndItIsLogged()
    {
        var log = new RecordingLogger<AlertBoard>();
        var board = new AlertBoard(TimeProvider.System, log);
        var heard = false;
        board.Changed += () => throw new InvalidOperationException("broken");
        board.Changed += () => heard = true;

        board.Put([new Alert("Cpu", AlertSeverity.Warning, Noon, null, 0.9, 0.8, "")]);

        heard.ShouldBeTrue();
        log.Lines.Count.ShouldBe(1);
    }

    private static AlertBoard NewBoard() => new(TimeProvider.System, NullLogger<AlertBoard>.Instance);
}
