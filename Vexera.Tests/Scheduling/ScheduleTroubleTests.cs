using System.Data.Common;
using Vexera.Core.Scheduling;
using Vexera.Core.Storage;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Scheduling;

/// <summary>The database does not do its part.</summary>
public sealed class ScheduleTroubleTests : ScheduleContract
{
    [Fact]
    public async Task Start_DatabaseInTrouble_DoesWhatIsDueOnceItIsOver()
    {
        var time = new WatchedTime(Now);
        var handler = new ScriptedHandler(Kind, time);
        await using var bench = new ScheduleBench(Open(), time, null, handler);
        await bench.Schedule.ScheduleAsync(Work("1", time.GetUtcNow()), Patience);
        (bench.Trouble.ReadFailure, bench.Trouble.WriteFailure) = (TroubledDatabase.Full, TroubledDatabase.Full);
        await bench.StartAsync(isBusy: true);
        await time.PassAsync(DueWorkEngine.StoragePause);
        bench.Trouble.ReadFailure = null;
        await time.PassAsync(DueWorkEngine.StoragePause);
        handler.Calls.ShouldBeEmpty();

        bench.Trouble.WriteFailure = null;
        await time.PassAsync(DueWorkEngine.StoragePause);
        await bench.IdleAsync();

        handler.Calls.Single().Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task End_CannotBeWritten_IsWrittenLaterAndTheWorkNotDoneAgain()
    {
        var time = new WatchedTime(Now);
        var (database, handler) = (Open(), new ScriptedHandler(Kind, time));
        await using var bench = new ScheduleBench(database, time, null, handler);
        handler.Script = (_, _) =>
        {
            bench.Trouble.WriteFailure = TroubledDatabase.Full;
            return Task.FromResult(DueOutcome.Done);
        };
        await bench.Schedule.ScheduleAsync(Work("1", time.GetUtcNow()), Patience);
        await bench.StartAsync(isBusy: true);
        await time.WaitedForAsync(DueWorkEngine.StoragePause);

        bench.Trouble.WriteFailure = null;
        time.Advance(DueWorkEngine.StoragePause);
        await bench.IdleAsync();

        handler.Calls.Count.ShouldBe(1);
        (await CountAsync(database)).ShouldBe(0);
    }

    [Fact]
    public async Task Turn_CommittedWithoutAnAnswer_LeavesNoWorkBehind()
    {
        var time = new WatchedTime(Now);
        var handler = new ScriptedHandler(Kind, time);
        var silent = new SilentDatabase(Open());
        await using var bench = new ScheduleBench(silent, time, null, handler);
        await bench.Schedule.ScheduleAsync(Work("1", time.GetUtcNow()), Patience);
        silent.IsSilent = true;
        await bench.StartAsync(isBusy: true);
        await time.WaitedForAsync(DueWorkEngine.StoragePause);

        silent.IsSilent = false;
        time.Advance(DueWorkEngine.StoragePause);
        await bench.IdleAsync();

        handler.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ScheduleAsync_DatabaseInTrouble_TellsItsCaller()
    {
        await using var bench = Bench(Open(), NewHandler());
        bench.Trouble.WriteFailure = TroubledDatabase.Full;

        await Should.ThrowAsync<StorageException>(bench.Schedule.ScheduleAsync(Work("1", Now), Patience));
        await Should.ThrowAsync<StorageException>(bench.Schedule.CancelAsync(Kind, "1", Patience));
    }

    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();

    /// <summary>A database that commits and then is not heard of.</summary>
    private sealed class SilentDatabase(IDatabase beneath) : IDatabase
    {
        public bool IsSilent { get; set; }

        public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => beneath.OpenAsync(cancellationToken);

        public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
        {
            var result = await beneath.WriteAsync(work, cancellationToken);
            return IsSilent ? throw TroubledDatabase.Full : result;
        }
    }
}
