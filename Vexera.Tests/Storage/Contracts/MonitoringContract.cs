using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Monitoring;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Core.Storage;
using Vexera.Tests.Monitoring.Alerts;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>What is kept of samples, marks and alerts, on either engine.</summary>
public abstract class MonitoringContract : StorageContract
{
    [Fact]
    public async Task Minutes_OfAnEarlierProcess_AreThereAfterARestart()
    {
        var first = await StartAsync(Open());
        await RunAsync(first, TimeSpan.FromMinutes(3.5));
        await first.StopAsync();

        var second = await StartAsync(Open());

        var samples = second.History.Since(DateTimeOffset.MinValue, 1_000);
        samples.Select(sample => HistoryMinute.Of(sample.At)).Distinct().Count().ShouldBe(4);
        samples.ShouldContain(sample => sample.CpuCores == 2.8);
        await second.StopAsync();
    }

    [Fact]
    public async Task Minutes_OfTwoDays_TakeNoMorePlaceThanOfOne()
    {
        var database = Open();
        var process = await StartAsync(database);
        for (var i = 0; i < HistoryMinute.Most + 30; i += 10)
            process.Minutes.Save(new HistoryMinute(HistoryMinute.Of(Time.GetUtcNow()).AddMinutes(i), [Curves.Calm(HistoryMinute.Of(Time.GetUtcNow()).AddMinutes(i))]));
        await process.StopAsync();

        await using var reader = await Open().OpenAsync(Patience);
        (await reader.ExecuteScalarAsync<long>("SELECT count(*) FROM sample_minutes")).ShouldBe(HistoryMinute.Most / 10);
    }

    [Fact]
    public async Task Minutes_DamagedOnDiskOrOfTheFuture_AreLeftOut()
    {
        var first = await StartAsync(Open());
        await RunAsync(first, TimeSpan.FromMinutes(3));
        await first.StopAsync();
        var database = Open();
        await database.WriteAsync(
            connection => connection.ExecuteAsync(
                """
                UPDATE sample_minutes SET samples = @bytes WHERE at = (SELECT MIN(at) FROM sample_minutes);
                INSERT INTO sample_minutes (slot, at, samples) VALUES (9999, @future, @bytes);
                """,
                new { bytes = new byte[] { 1, 2, 3 }, future = Time.GetUtcNow().AddDays(400) }),
            Patience);

        var second = await StartAsync(database);

        second.History.Since(DateTimeOffset.MinValue, 1_000).Select(sample => HistoryMinute.Of(sample.At)).Distinct().Count().ShouldBe(3);
        second.Log.Lines.ShouldBeEmpty();
        await second.StopAsync();
    }

    [Fact]
    public async Task Marks_EachStartAndADeployWhenTheVersionIsAnother_AreKept()
    {
        var first = await StartAsync(Open());
        Time.Advance(TimeSpan.FromMinutes(1));
        await first.Marks.AddAsync(MarkKind.Incident, new string('x', 300), Patience);
        await first.StopAsync();
        var database = Open();
        Time.Advance(TimeSpan.FromMinutes(1));
        var second = await StartAsync(database);
        await second.StopAsync(database);
        await database.WriteAsync(connection => connection.ExecuteAsync("UPDATE marks SET text = '0.0.1' WHERE kind = 'Start'"), Patience);
        Time.Advance(TimeSpan.FromMinutes(1));
        await CloseAsync(database);

        var third = await StartAsync(Open());

        var marks = third.Marks.Since(DateTimeOffset.MinValue);
        marks.Select(mark => mark.Kind).ShouldBe([MarkKind.Start, MarkKind.Incident, MarkKind.Start, MarkKind.Start, MarkKind.Deploy]);
        marks[1].Text.Length.ShouldBe(200);
        marks[^1].Text.ShouldBe(Core.Monitoring.Monitor.Version);
        await third.StopAsync();
    }

    [Fact]
    public async Task Marks_MoreThanAreKept_DropTheOldestOfTheirKind()
    {
        var first = await StartAsync(Open());
        for (var i = 0; i < Marks.MostOfKind + 3; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await first.Marks.AddAsync(MarkKind.Incident, $"{i}", Patience);
        }

        await first.StopAsync();
        var second = await StartAsync(Open());

        foreach (var marks in new[] { first.Marks, second.Marks })
        {
            var kept = marks.Since(DateTimeOffset.MinValue).Where(mark => mark.Kind == MarkKind.Incident).ToList();
            kept.Count.ShouldBe(Marks.MostOfKind);
            kept[0].Text.ShouldBe("3");
        }

        second.Marks.Since(DateTimeOffset.MinValue)[0].Kind.ShouldBe(MarkKind.Start);
        await using (var reader = await second.Database.OpenAsync(Patience))
            (await reader.ExecuteScalarAsync<long>("SELECT count(*) FROM marks WHERE kind = 'Incident'")).ShouldBe(Marks.MostOfKind);
        await second.StopAsync();
    }

    [Fact]
    public async Task Alert_FiringAtTheStop_FiresAfterTheStartAndIsResolvedWithItsBegin()
    {
        var first = await StartAsync(Open());
        await RunAsync(first, TimeSpan.FromMinutes(3), calm => calm with { StorageLag = 60 });
        var firing = first.Board.Firing.ShouldHaveSingleItem();
        firing.Rule.ShouldBe("StorageLag");
        await first.StopAsync();

        var second = await StartAsync(Open());
        second.Board.Firing.ShouldHaveSingleItem().Since.ShouldBe(firing.Since);
        await RunAsync(second, TimeSpan.FromMinutes(3));

        second.Board.Firing.ShouldBeEmpty();
        var past = second.Board.Past(10).ShouldHaveSingleItem();
        past.Since.ShouldBe(firing.Since);
        past.Value.ShouldBe(60);
        await second.StopAsync();
        var third = await StartAsync(Open());
        third.Board.Past(10).ShouldBe([past]);
        third.Board.Firing.ShouldBeEmpty();
        await third.StopAsync();
    }

    [Fact]
    public async Task Alerts_OfManyYears_AreBounded()
    {
        var database = Open();
        var process = await StartAsync(database);
        // In turns, for what waits to be written is bounded too.
        for (var turn = 0; turn < 4; turn++)
        {
            for (var i = turn * 150; i < (turn + 1) * 150; i++)
                process.Alerts.Save(new Alert("Cpu", AlertSeverity.Warning, Time.GetUtcNow().AddMinutes(i), Time.GetUtcNow().AddMinutes(i + 1), 1, 1, ""));
            await UntilAsync(database, "SELECT count(*) FROM alerts WHERE since >= @from", Time.GetUtcNow().AddMinutes((turn * 150) + 149), 1);
        }

        await process.StopAsync();
        await using var reader = await Open().OpenAsync(Patience);
        (await reader.ExecuteScalarAsync<long>("SELECT count(*) FROM alerts")).ShouldBe(AlertBoard.MostPast);
    }

    [Fact]
    public async Task Alert_OfARuleThatIsNoMore_IsOverAtTheStart()
    {
        var first = await StartAsync(Open());
        first.Alerts.Save(new Alert("Gone", AlertSeverity.Warning, Time.GetUtcNow(), null, 1, 1, "text"));
        await first.StopAsync();

        var second = await StartAsync(Open());

        second.Board.Firing.ShouldBeEmpty();
        second.Board.Past(1)[0].ResolvedAt.ShouldNotBeNull();
        await second.StopAsync();
    }

    [Fact]
    public async Task Locked_WhileTheBotRuns_LosesNothingAndIsFeltByNobody()
    {
        var database = Open();
        var first = await StartAsync(database);
        await using (await Site.LockAsync())
        {
            await RunAsync(first, TimeSpan.FromMinutes(3), calm => calm with { StorageLag = 60 });
            await first.Marks.AddAsync(MarkKind.Incident, "slow", Patience);
            first.Board.Firing.Count.ShouldBe(1);
            first.Marks.Since(DateTimeOffset.MinValue).ShouldContain(mark => mark.Text == "slow");
            first.History.Since(DateTimeOffset.MinValue, 1_000).Count.ShouldBe(18);
        }

        await first.StopAsync();
        var second = await StartAsync(Open());

        second.Board.Firing.Count.ShouldBe(1);
        second.Marks.Since(DateTimeOffset.MinValue).ShouldContain(mark => mark.Text == "slow");
        second.History.Since(DateTimeOffset.MinValue, 1_000).Select(sample => HistoryMinute.Of(sample.At)).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
        await second.StopAsync();
    }

    [Fact]
    public async Task Start_DatabaseCannotBeRead_GoesOnWithoutHistory()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var process = new Watching(new TroubledDatabase(database) { ReadFailure = TroubledDatabase.Full, WriteFailure = TroubledDatabase.Full }, this);

        await process.StartAsync();
        await RunAsync(process, TimeSpan.FromMinutes(3), calm => calm with { StorageLag = 60 });

        process.Board.Firing.Count.ShouldBe(1);
        process.Marks.Since(DateTimeOffset.MinValue).ShouldHaveSingleItem().Kind.ShouldBe(MarkKind.Start);
        process.Log.Lines.ShouldContain(line => line.EventId == 10002);
        await process.StopAsync();
    }

    private async Task<Watching> StartAsync(Database database)
    {
        var process = new Watching(database, this);
        await process.StartAsync();
        return process;
    }

    // Samples as the sampler takes them, without its clock.
    private async Task RunAsync(Watching process, TimeSpan time, Func<Sample, Sample>? curve = null)
    {
        for (var i = 0; i < time / Sampler.Interval; i++)
        {
            Time.Advance(Sampler.Interval);
            process.History.Add((curve ?? (calm => calm))(Curves.Calm(Time.GetUtcNow())));
            await Task.Yield();
        }
    }

    private static async Task UntilAsync(Database database, string sql, DateTimeOffset from, long count)
    {
        while (true)
        {
            await using var reader = await database.OpenAsync(Patience);
            if (await reader.ExecuteScalarAsync<long>(sql, new { from }) >= count)
                return;
        }
    }

    /// <summary>The room's part of a process.</summary>
    private sealed class Watching : IDisposable
    {
        private readonly DeferredWrites _deferred;
        private readonly LaterWrites _writes;
        private readonly Core.Monitoring.Monitor _monitor;
        private readonly MonitoringContract _contract;
        private readonly IDatabase _database;

        public Watching(IDatabase database, MonitoringContract contract)
        {
            (_database, _contract) = (database, contract);
            var time = contract.Time;
            _deferred = new DeferredWrites(database, contract.Health, time, NullLogger<DeferredWrites>.Instance);
            _writes = new LaterWrites(_deferred, time, Log.For<LaterWrites>());
            History = new SampleHistory(time, Log.For<SampleHistory>());
            Minutes = new HistoryStore(database, _writes);
            var marks = new MarkStore(database, _deferred);
            Marks = new Marks(marks, time);
            Board = new AlertBoard(time, Log.For<AlertBoard>());
            Alerts = new AlertStore(database, _writes);
            var watch = new AlertWatch(Board, Alerts, new FixedOptions(), NullLogger<AlertWatch>.Instance);
            _monitor = new Core.Monitoring.Monitor(History, Minutes, Marks, marks, watch, Alerts, time, Log.For<Core.Monitoring.Monitor>());
        }

        public IDatabase Database => _database;

        public RecordingLogger<Watching> Log { get; } = new();

        public SampleHistory History { get; }

        public HistoryStore Minutes { get; }

        public Marks Marks { get; }

        public AlertBoard Board { get; }

        public AlertStore Alerts { get; }

        public async Task StartAsync()
        {
            await _deferred.StartAsync(Patience);
            await _writes.StartAsync(Patience);
            await _monitor.StartAsync(Patience);
            // It takes up what was before on a loop of its own, and ends when that is done.
            await _monitor.ExecuteTask!;
        }

        public async Task StopAsync(Database? keep = null)
        {
            await _monitor.StopAsync(Patience);
            await _writes.StopAsync(Patience);
            await _deferred.StopAsync(Patience);
            Dispose();
            if (_database is Database database && database != keep)
                await _contract.CloseAsync(database);
        }

        public void Dispose()
        {
            _monitor.Dispose();
            _writes.Dispose();
            _deferred.Dispose();
        }
    }

    private sealed class FixedOptions : IOptionsMonitor<AlertOptions>
    {
        public AlertOptions CurrentValue { get; } = new();

        public AlertOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<AlertOptions, string?> listener) => null;
    }
}

public sealed class SqliteMonitoringTests : MonitoringContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresMonitoringTests : MonitoringContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
