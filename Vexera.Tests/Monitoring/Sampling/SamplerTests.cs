using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Dispatch;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Core.Shards;
using Vexera.Core.State.Sessions;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;
using Vexera.Tests.Support;

namespace Vexera.Tests.Monitoring.Sampling;

/// <summary>What a sample holds, and that it is taken whatever happens.</summary>
public sealed class SamplerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly JumpingClock _clock;
    private readonly FakeFleet _fleet = new();
    private readonly FakeMeters _meters = new();
    private readonly FakeProcess _process = new();
    private readonly StorageHealth _health;
    private readonly EventRate _events;
    private readonly Lifetime _lifetime = new();
    private readonly SampleSources _sources;

    public SamplerTests()
    {
        _clock = new JumpingClock(_time);
        _health = new StorageHealth(_clock, NullLogger<StorageHealth>.Instance);
        _events = new EventRate(_time);
        _sources = new SampleSources(
            _meters,
            _events,
            _fleet,
            _fleet,
            new StateJournal(),
            _health,
            _process,
            new DiskFigures(Options.Create(new StorageOptions { Path = Path.Combine(Path.GetTempPath(), "vexera.db") })),
            Options.Create(new DispatchOptions { QueueLimit = 1_000, QueueMegabytes = 1 }),
            _lifetime,
            _clock);
    }

    [Fact]
    public void Take_Always_TellsTheTimeTheFleetAndTheDisk()
    {
        _fleet.Shards =
        [
            new ShardStatus(0, ShardState.Ready, default, TimeSpan.FromMilliseconds(30), null),
            new ShardStatus(1, ShardState.Ready, default, TimeSpan.FromMilliseconds(50), null),
            new ShardStatus(2, ShardState.Resuming, default, TimeSpan.FromMilliseconds(70), null),
        ];
        _fleet.IdentifiesLeft = 900;

        var sample = Next();

        sample.At.ShouldBe(_time.GetUtcNow());
        (sample.Shards, sample.ShardsReady, sample.IdentifiesLeft, sample.ShardNotReadyFor).ShouldBe((3, 2, 900, 10));
        sample.GatewayLatency.ShouldBe(0.05);
        sample.DiskTotalBytes.ShouldBeGreaterThan(0);
        sample.DiskFreeBytes.ShouldBeInRange(0, sample.DiskTotalBytes);
        sample.IsChanging.ShouldBeFalse();
    }

    [Fact]
    public void Take_ProcessorTimeUsed_IsInCores()
    {
        Next();
        _process.CpuTime += TimeSpan.FromSeconds(25);

        Next().CpuCores.ShouldBe(2.5);
        Next().CpuCores.ShouldBe(0);
    }

    [Fact]
    public void Take_Counters_AreThoseOfTheInterval()
    {
        _meters.Values["vexera.dns.queries"] = 100;
        _meters.Values["vexera.rest.rate_limited"] = 3;
        Next();
        _meters.Values["vexera.dns.queries"] = 107;

        var sample = Next();

        sample.DnsQueries.ShouldBe(7);
        sample.RestRateLimited.ShouldBe(0);
    }

    [Fact]
    public void Take_InvalidRequests_AreThoseOfTenMinutes()
    {
        Next();
        _meters.Values["vexera.rest.invalid"] = 40;
        Next().RestInvalid.ShouldBe(40);
        for (var i = 0; i < 30; i++)
            Next();
        _meters.Values["vexera.rest.invalid"] = 50;
        Next().RestInvalid.ShouldBe(50);
        for (var i = 0; i < 30; i++)
            Next();

        Next().RestInvalid.ShouldBe(10);
    }

    [Fact]
    public void Take_Queue_IsFilledByEventsOrBytes()
    {
        _meters.Values["vexera.dispatch.queued"] = 100;
        _meters.Values["vexera.dispatch.queued_bytes"] = 512 * 1024;

        var sample = Next();

        (sample.QueuedEvents, sample.QueuedBytes, sample.QueueFill).ShouldBe((100, 512 * 1024, 0.5));
    }

    [Fact]
    public void Take_EventsCame_TellsTheirRate()
    {
        for (var i = 0; i < 50; i++)
            _events.Record(_time.GetTimestamp());

        Next().EventsPerSecond.ShouldBe(5);
    }

    [Fact]
    public void Take_DatabaseInTrouble_TellsSinceWhen()
    {
        _health.NoteFailure(TroubledDatabase.Full);
        Next();

        Next().StorageLag.ShouldBe(20);
        _health.NoteSuccess();
        Next().StorageLag.ShouldBe(0);
    }

    [Fact]
    public void Take_ReshardOrStop_IsAChange()
    {
        _fleet.Progress = new ReshardProgress(1, 2, ReshardStage.Identifying, 0, 0);
        Next().IsChanging.ShouldBeTrue();
        _fleet.Progress = null;
        Next().IsChanging.ShouldBeFalse();

        _lifetime.Stopping.Cancel();
        Next().IsChanging.ShouldBeTrue();
    }

    [Fact]
    public async Task Sampler_TimePasses_SamplesEveryTenSeconds()
    {
        var history = new SampleHistory(_time, NullLogger<SampleHistory>.Instance);
        using var sampler = new Sampler(_sources, history, _time, NullLogger<Sampler>.Instance);
        await sampler.StartAsync(TestContext.Current.CancellationToken);

        await SampledAsync(history, 3);

        var samples = history.Since(DateTimeOffset.MinValue, 100);
        samples.Zip(samples.Skip(1)).ShouldAllBe(pair => pair.Second.At - pair.First.At >= Sampler.Interval);
        await sampler.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Sampler_SomethingCannotBeRead_IsLoggedAndGoesOn()
    {
        var log = new RecordingLogger<Sampler>();
        var history = new SampleHistory(_time, NullLogger<SampleHistory>.Instance);
        using var sampler = new Sampler(_sources, history, _time, log);
        _process.Failure = new InvalidOperationException("no figures");
        await sampler.StartAsync(TestContext.Current.CancellationToken);

        await Eventually.UntilAsync(() =>
        {
            if (log.Lines.Count == 0)
                _time.Advance(TimeSpan.FromSeconds(1));
            return log.Lines.Count > 0;
        });
        _process.Failure = null;
        await SampledAsync(history, 1);

        log.Lines[0].Text.ShouldContain("no figures");
        await sampler.StopAsync(TestContext.Current.CancellationToken);
        sampler.ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Process_Real_HasPlausibleFigures()
    {
        var reading = new ProcessFigures().Read();

        reading.CpuTime.ShouldBeGreaterThan(TimeSpan.Zero);
        reading.CpuLimit.ShouldBeGreaterThanOrEqualTo(1);
        reading.MemoryBytes.ShouldBeInRange(10_000_000, reading.MemoryLimitBytes);
        reading.HeapBytes.ShouldBeGreaterThan(100_000);
        reading.ThreadPoolThreads.ShouldBeGreaterThan(0);
        reading.OpenHandles.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 20)]
    [InlineData(true, true, 0)]
    public void StorageLag_WaitingAndWritten_IsAsOldAsWhatWaits(bool waits, bool written, double seconds)
    {
        var watch = new StorageLagWatch();
        watch.Look(TimeSpan.Zero, waits, hasWritten: false, TimeSpan.Zero);

        watch.Look(TimeSpan.FromSeconds(20), waits, written, TimeSpan.Zero).TotalSeconds.ShouldBe(seconds);
    }

    [Fact]
    public void StorageLag_ClockSetDuringTrouble_IsAsOldAsTheTrouble()
    {
        _health.NoteFailure(new StorageException("/x.db", StorageProblem.DiskFull, "full"));
        Next().StorageLag.ShouldBe(10);

        _clock.Offset = TimeSpan.FromHours(1);
        Next().StorageLag.ShouldBe(20);

        _clock.Offset = TimeSpan.FromHours(-1);
        Next().StorageLag.ShouldBe(30);
    }

    // The sampler sets its timer anew after each sample, so time goes on in small steps until it has.
    private async Task SampledAsync(SampleHistory history, int samples)
    {
        var before = history.Since(DateTimeOffset.MinValue, 1_000).Count;
        await Eventually.UntilAsync(() =>
        {
            var taken = history.Since(DateTimeOffset.MinValue, 1_000).Count - before;
            if (taken < samples)
                _time.Advance(TimeSpan.FromSeconds(1));
            return taken >= samples;
        });
    }

    private Sample Next()
    {
        _time.Advance(Sampler.Interval);
        return _sources.Take(TimeSpan.Zero);
    }

    private sealed class FakeMeters : IMeterValues
    {
        public Dictionary<string, double> Values { get; } = [];

        public IReadOnlyCollection<MeterInstrument> Instruments => [];

        public IReadOnlyList<MeterSeries> Read(string instrument) =>
            Values.TryGetValue(instrument, out var value) ? [new MeterSeries([], (long)value, value, value)] : [];
    }

    private sealed class FakeProcess : IProcessFigures
    {
        public TimeSpan CpuTime { get; set; }

        public Exception? Failure { get; set; }

        public ProcessReading Read() => Failure is { } failure ? throw failure : new ProcessReading(CpuTime, 4, 1, 2, 3, 4, 5, 6, 7);
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationTokenSource Stopping { get; } = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => Stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => Stopping.Cancel();
    }
}
