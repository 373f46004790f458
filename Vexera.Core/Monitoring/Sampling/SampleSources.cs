using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Vexera.Core.Dispatch;
using Vexera.Core.Shards;
using Vexera.Core.State.Sessions;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Core.Monitoring.Sampling;

/// <summary>Makes a sample of everything there is to see. Not thread safe.</summary>
internal sealed class SampleSources(
    IMeterValues meters,
    IEventRate events,
    IFleetStatus fleet,
    IReshardControl resharding,
    StateJournal journal,
    StorageHealth storage,
    IProcessFigures process,
    DiskFigures disk,
    IOptions<DispatchOptions> dispatch,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    private const double BytesInMegabyte = 1024 * 1024;
    private static readonly TimeSpan DiscordsWindow = TimeSpan.FromMinutes(10);

    private readonly MeterDeltas _meters = new(meters);
    private readonly ShardWatch _shards = new();
    private readonly StorageLagWatch _storage = new();
    private readonly Queue<(long At, long Count)> _invalid = [];
    private readonly long _began = time.GetTimestamp();
    private ProcessReading? _before;
    private long _takenAt = time.GetTimestamp();

    /// <summary>Takes a sample of the time since the last one, or since this was made.</summary>
    /// <param name="lag">How late the sampler's timer was.</param>
    public Sample Take(TimeSpan lag)
    {
        var interval = time.GetElapsedTime(_takenAt);
        _takenAt = time.GetTimestamp();
        var now = time.GetUtcNow();
        var reading = process.Read();
        var (free, total) = disk.Read();
        var delay = _meters.Since("vexera.dispatch.delay");
        var (queued, queuedBytes) = (_meters.Value("vexera.dispatch.queued"), _meters.Value("vexera.dispatch.queued_bytes"));
        var shards = fleet.Shards;
        _shards.Look(shards, interval);
        var sample = new Sample
        {
            At = now,
            EventsPerSecond = events.PerSecond(interval),
            DispatchDelayP50 = delay.Percentile(0.5),
            DispatchDelayP99 = delay.Percentile(0.99),
            QueuedEvents = (long)queued,
            QueuedBytes = (long)queuedBytes,
            QueueFill = Math.Max(queued / dispatch.Value.QueueLimit, queuedBytes / (dispatch.Value.QueueMegabytes * BytesInMegabyte)),
            Shards = shards.Count,
            ShardsReady = shards.Count(static shard => shard.State == ShardState.Ready),
            ShardsQuiet = _shards.Quiet,
            ShardNotReadyFor = _shards.LongestNotReady.TotalSeconds,
            IsChanging = resharding.Progress is not null || lifetime.ApplicationStopping.IsCancellationRequested,
            IdentifiesLeft = fleet.IdentifiesLeft,
            GatewayLatency = Median(shards),
            CpuCores = _before is { } before && interval > TimeSpan.Zero ? (reading.CpuTime - before.CpuTime) / interval : 0,
            CpuLimit = reading.CpuLimit,
            MemoryBytes = reading.MemoryBytes,
            MemoryLimitBytes = reading.MemoryLimitBytes,
            HeapBytes = reading.HeapBytes,
            ThreadPoolThreads = reading.ThreadPoolThreads,
            ThreadPoolQueue = reading.ThreadPoolQueue,
            SchedulerLag = lag.TotalSeconds,
            OpenHandles = reading.OpenHandles,
            Gen2Collections = reading.Gen2Collections - (_before?.Gen2Collections ?? reading.Gen2Collections),
            DnsQueries = _meters.Count("vexera.dns.queries"),
            DnsFailures = _meters.Count("vexera.dns.failures"),
            DnsStale = _meters.Count("vexera.dns.served_stale"),
            RestRequests = _meters.Count("vexera.rest.requests"),
            RestRateLimited = _meters.Count("vexera.rest.rate_limited"),
            RestInvalid = Invalid(),
            StorageLag = _storage.Look(
                time.GetElapsedTime(_began), journal.Uncommitted > 0, _meters.Count("vexera.state.commits") > 0, storage.TroubleFor).TotalSeconds,
            DiskFreeBytes = free,
            DiskTotalBytes = total,
            CacheBytes = (long)_meters.Value("vexera.state.cache_bytes"),
            CacheHitRatio = HitRatio(_meters.Count("vexera.state.cache_hits"), _meters.Count("vexera.state.cache_misses")),
        };
        _before = reading;
        return sample;
    }

    private static double Median(IReadOnlyList<ShardStatus> shards)
    {
        double[] latencies = [.. shards.Where(static shard => shard.Latency is not null).Select(static shard => shard.Latency!.Value.TotalSeconds).Order()];
        return latencies.Length == 0 ? 0 : latencies[latencies.Length / 2];
    }

    private static double HitRatio(long hits, long misses) => hits + misses == 0 ? 1 : (double)hits / (hits + misses);

    private long Invalid()
    {
        _invalid.Enqueue((_takenAt, _meters.Count("vexera.rest.invalid")));
        while (_invalid.Count > 0 && time.GetElapsedTime(_invalid.Peek().At, _takenAt) >= DiscordsWindow)
            _invalid.Dequeue();
        return _invalid.Sum(static one => one.Count);
    }
}
