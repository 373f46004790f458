using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Identify;

public sealed class SessionBudgetTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 13, 3, 0, TimeSpan.Zero));
    private readonly RecordingLogger<SessionBudget> _log = new();
    private readonly MemoryLedger _ledger = new();
    private SessionBudget _budget;

    public SessionBudgetTests() => _budget = Create();

    [Fact]
    public async Task TakeAsync_OnlyTheReserveLeft_WaitsAndSaysSoOnceWithTheTime()
    {
        await RenewAsync(total: 1000, remaining: 12);
        await Take();
        await Take();
        _budget.RenewsAt.ShouldBeNull();
        var third = Take();
        var fourth = Take();

        third.IsCompleted.ShouldBeFalse();
        _budget.RenewsAt.ShouldBe(_time.GetUtcNow() + TimeSpan.FromHours(1));
        _log.Lines.ShouldHaveSingleItem().Text.ShouldContain("Only 10 of the day's 1000 identifies are left");
        _log.Lines[0].Text.ShouldContain("2026-05-04 14:03 UTC");
        _time.Advance(TimeSpan.FromHours(1));
        await third;
        await fourth;
        _budget.RenewsAt.ShouldBeNull();
    }

    [Fact]
    public async Task TakeAsync_SmallBudget_KeepsBackATenthAtMost()
    {
        await RenewAsync(total: 20, remaining: 3);

        await Take();

        Take().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task TakeAsync_CancelledWhileWaiting_WaitsNoMore()
    {
        await RenewAsync(total: 1000, remaining: 0);
        using var cancellation = new CancellationTokenSource();
        var waiting = _budget.TakeAsync(cancellation.Token).AsTask();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);

        _budget.RenewsAt.ShouldBeNull();
    }

    [Fact]
    public async Task GiveBack_NotSent_CanBeTakenByOneWhoWaits()
    {
        await RenewAsync(total: 1000, remaining: 11);
        await Take();
        var waiting = Take();
        waiting.IsCompleted.ShouldBeFalse();

        _budget.GiveBack();

        await waiting;
    }

    [Fact]
    public async Task TakeAsync_AfterTheDay_HasTheWholeBudgetForADay()
    {
        await RenewAsync(total: 30, remaining: 0);
        _time.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 27; i++)
            await Take();

        var next = Take();

        _time.Advance(TimeSpan.FromHours(23));
        next.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromHours(1));
        await next;
    }

    [Fact]
    public async Task TakeAsync_Always_IsOnRecordBeforeItIsGiven()
    {
        await RenewAsync(total: 1000, remaining: 900);
        _ledger.Record.ShouldBe(Record(100, TimeSpan.FromHours(1)));
        _ledger.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var taking = Take();
        taking.IsCompleted.ShouldBeFalse();

        _ledger.Hold.SetResult();
        await taking;

        _ledger.Record!.Taken.ShouldBe(101);
    }

    [Fact]
    public async Task RenewAsync_CrashLoop_CountsOnThoughDiscordSaysOtherwise()
    {
        for (var start = 0; start < 5; start++)
        {
            _budget = Create();
            await RenewAsync(total: 1000, remaining: 1000);
            for (var i = 0; i < 150; i++)
                await Take();
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        _ledger.Record!.Taken.ShouldBe(750);
        _budget = Create();
        await RenewAsync(total: 1000, remaining: 1000);
        for (var i = 0; i < 240; i++)
            await Take();
        Take().IsCompleted.ShouldBeFalse("10 of 1000 are kept back");
    }

    [Fact]
    public async Task RenewAsync_DiscordCountsMore_IsBelieved()
    {
        _ledger.Record = Record(5, TimeSpan.FromHours(1));

        await RenewAsync(total: 1000, remaining: 10);

        Take().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task RenewAsync_RecordOfAnEarlierDay_CountsNoMore()
    {
        _ledger.Record = Record(995, TimeSpan.FromMinutes(-1));

        await RenewAsync(total: 1000, remaining: 1000);

        await Take();
        _ledger.Record.Taken.ShouldBe(1);
    }

    [Fact]
    public async Task RenewAsync_DiscordHasBegunAnotherDaySinceTheRecord_CountsNoMore()
    {
        _ledger.Record = Record(995, TimeSpan.FromHours(1));

        await RenewAsync(total: 1000, remaining: 1000, resetAfter: TimeSpan.FromHours(23));

        await Take();
    }

    // A clock that was years ahead when the record was written, and is right again.
    [Fact]
    public async Task RenewAsync_RecordOfTheFarFuture_HoldsUpNoLongerThanDiscordsDay()
    {
        _ledger.Record = Record(1000, TimeSpan.FromDays(2000));
        await RenewAsync(total: 1000, remaining: 1000);
        var taking = Take();
        taking.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromHours(1));

        await taking;
        _ledger.Record.RenewsAt.ShouldBeLessThan(_time.GetUtcNow() + TimeSpan.FromDays(2));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public async Task TakeAsync_ClockJumpsByDays_WaitsAsLongAsDiscordSaid(int days)
    {
        var clock = new JumpingClock(_time);
        _budget = new SessionBudget(_ledger, Options.Create(new GatewayOptions()), clock, _log);
        await RenewAsync(total: 1000, remaining: 0);
        var taking = Take();

        clock.Offset = TimeSpan.FromDays(days);
        _time.Advance(TimeSpan.FromMinutes(59));
        taking.IsCompleted.ShouldBeFalse();
        _budget.RenewsAt.ShouldBe(clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromMinutes(1));

        await taking;
    }

    [Fact]
    public async Task TakeAsync_LedgerFails_GoesOnWithOneLineAndCatchesUp()
    {
        await RenewAsync(total: 1000, remaining: 1000);
        _ledger.Failure = new IOException("disk full");
        for (var i = 0; i < 3; i++)
            await Take();

        _log.Lines.ShouldHaveSingleItem().Text.ShouldContain("disk full");
        _ledger.Failure = null;
        await Take();
        _ledger.Record!.Taken.ShouldBe(4);
    }

    [Fact]
    public async Task TakeAsync_LedgerHangs_GoesOnAfterAMomentWithOneLine()
    {
        await RenewAsync(total: 1000, remaining: 1000);
        _ledger.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var taking = Task.WhenAll(Take(), Take(), Take());
        taking.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromSeconds(2));

        await taking;
        _log.Lines.ShouldHaveSingleItem().EventId.ShouldBe(1031);
        _ledger.Hold.SetResult();
        await Eventually.UntilAsync(() => _ledger.Record!.Taken == 3);
    }

    [Fact]
    public async Task RenewAsync_LedgerCannotBeRead_GoesByDiscordsWord()
    {
        _ledger.Failure = new IOException("no such table");

        await RenewAsync(total: 1000, remaining: 1000);

        await Take();
        _log.Lines.Select(line => line.EventId).ShouldBe([1030, 1031]);
    }

    [Fact]
    public async Task SentBefore_NothingOnRecord_IsNull()
    {
        await RenewAsync(total: 1000, remaining: 1000);

        _budget.SentBefore.ShouldBeNull();
    }

    [Theory]
    [InlineData(-3_000, -3_000)]
    [InlineData(2_000, 2_000)]
    [InlineData(3_600_000, 5_100)]
    public async Task SentBefore_OnRecord_IsSeenFromNow_AtMostAWindowAhead(int recorded, int expected)
    {
        _ledger.Record = Record(1, TimeSpan.FromHours(1)) with { SentBy = _time.GetUtcNow() + TimeSpan.FromMilliseconds(recorded) };

        await RenewAsync(total: 1000, remaining: 1000);

        _budget.SentBefore.ShouldBe(TimeSpan.FromMilliseconds(expected));
    }

    [Fact]
    public async Task Sent_TheLastThatWasTaken_IsOnRecordAsNow()
    {
        await RenewAsync(total: 1000, remaining: 1000);
        await Take();
        _ledger.Record!.SentBy.ShouldBe(_time.GetUtcNow() + TimeSpan.FromMilliseconds(5_100));

        _budget.Sent();

        await Eventually.UntilAsync(() => _ledger.Record!.SentBy == _time.GetUtcNow());
    }

    private IdentifyRecord Record(int taken, TimeSpan renewsIn) =>
        new(taken, 1000, _time.GetUtcNow() + renewsIn, DateTimeOffset.UnixEpoch);

    private SessionBudget Create() => new(_ledger, Options.Create(new GatewayOptions { IdentifyReserve = 10 }), _time, _log);

    private async Task RenewAsync(int total, int remaining, TimeSpan? resetAfter = null) => await _budget.RenewAsync(
        new SessionStartLimit
        {
            Total = total,
            Remaining = remaining,
            ResetAfter = (int)(resetAfter ?? TimeSpan.FromHours(1)).TotalMilliseconds,
            MaxConcurrency = 1,
        },
        TestContext.Current.CancellationToken);

    private Task Take() => _budget.TakeAsync(TestContext.Current.CancellationToken).AsTask();
}
