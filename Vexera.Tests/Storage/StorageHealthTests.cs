using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

public sealed class StorageHealthTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLogger<StorageHealth> _log = new();
    private readonly List<StorageTrouble?> _changes = [];
    private readonly StorageHealth _health;

    public StorageHealthTests()
    {
        _health = new StorageHealth(_time, _log);
        _health.Changed += _changes.Add;
    }

    [Fact]
    public void NoteSuccess_WithoutTrouble_SaysNothing()
    {
        _health.NoteSuccess();

        _log.Lines.ShouldBeEmpty();
        _changes.ShouldBeEmpty();
    }

    [Fact]
    public void NoteFailure_AThousandWithinAMinute_IsOneLineAndOneEvent()
    {
        for (var i = 0; i < 1000; i++)
            Fail(StorageProblem.DiskFull);

        _log.Lines.ShouldHaveSingleItem().Text.ShouldContain("the line of DiskFull");
        _changes.ShouldHaveSingleItem().ShouldNotBeNull().Problem.ShouldBe(StorageProblem.DiskFull);
    }

    [Fact]
    public void NoteFailure_ForTenMinutes_IsOneLineAMinute()
    {
        for (var second = 0; second < 600; second++)
        {
            Fail(StorageProblem.DiskFull);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _log.Lines.Count.ShouldBe(10);
        _log.Lines.ShouldAllBe(line => line.Level == LogLevel.Error);
    }

    [Fact]
    public void NoteFailure_ClockSetBackMeanwhile_IsStillOneLineAMinuteAndTellsHowLong()
    {
        var clock = new JumpingClock(_time);
        var health = new StorageHealth(clock, _log);
        var failure = new StorageException("/x.db", StorageProblem.DiskFull, "the line of DiskFull");
        health.NoteFailure(failure);

        clock.Offset = TimeSpan.FromHours(-2);
        _time.Advance(TimeSpan.FromMinutes(1));
        health.NoteFailure(new StorageException("/x.db", StorageProblem.DiskFull, "the line of DiskFull"));
        health.NoteSuccess();

        _log.Lines.Select(line => line.EventId).ShouldBe([6010, 6011, 6012]);
        _log.Lines.Skip(1).ShouldAllBe(line => line.Text.Contains("00:01:00"));
    }

    [Fact]
    public void NoteFailure_OtherProblem_KeepsTheBeginningAndNamesTheLast()
    {
        Fail(StorageProblem.Locked);
        var began = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(5));

        Fail(StorageProblem.DiskFull);

        _health.Trouble.ShouldBe(new StorageTrouble(began, StorageProblem.DiskFull, "the line of DiskFull"));
        _changes.Count.ShouldBe(1);
    }

    [Fact]
    public void NoteSuccess_AfterTrouble_IsOneLineAndOneEvent()
    {
        Fail(StorageProblem.DiskFull);
        _time.Advance(TimeSpan.FromMinutes(3));

        _health.NoteSuccess();
        _health.NoteSuccess();

        _health.Trouble.ShouldBeNull();
        _changes.Count.ShouldBe(2);
        _changes[1].ShouldBeNull();
        _log.Lines[^1].Text.ShouldContain("after 00:03:00");
        _log.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public void NoteSuccess_OtherWorkStillFails_IsStillTrouble()
    {
        _health.NoteFailure(new StorageException("/x.db", StorageProblem.Failed, "no such table"), StorageWork.State);

        _health.NoteSuccess();

        _health.Trouble.ShouldNotBeNull().Reason.ShouldBe("no such table");
        _health.NoteSuccess(StorageWork.State);
        _health.Trouble.ShouldBeNull();
        _log.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public void NoteFailure_SameFailureOnItsWayUp_CountsOnceAndWaitsForBoth()
    {
        var failure = new StorageException("/x.db", StorageProblem.DiskFull, "full");
        _health.NoteFailure(failure);
        _health.NoteFailure(failure, StorageWork.State);

        _health.NoteSuccess();
        _health.Trouble.ShouldNotBeNull();
        _health.NoteSuccess(StorageWork.State);

        _log.Lines[^1].Text.ShouldContain("and 1 failures");
    }

    private void Fail(StorageProblem problem) => _health.NoteFailure(new StorageException("/x.db", problem, $"the line of {problem}"));
}
