using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring.History;

/// <summary>
/// A sample as a row of numbers, in an order that later builds only add to: what is on disk stays readable.
/// </summary>
internal static class SampleFigures
{
    private static readonly Func<Sample, double>[] Figures =
    [
        sample => sample.EventsPerSecond,
        sample => sample.DispatchDelayP50,
        sample => sample.DispatchDelayP99,
        sample => sample.QueuedEvents,
        sample => sample.QueuedBytes,
        sample => sample.QueueFill,
        sample => sample.Shards,
        sample => sample.ShardsReady,
        sample => sample.ShardsQuiet,
        sample => sample.ShardNotReadyFor,
        sample => sample.IsChanging ? 1 : 0,
        sample => sample.IdentifiesLeft ?? -1,
        sample => sample.GatewayLatency,
        sample => sample.CpuCores,
        sample => sample.CpuLimit,
        sample => sample.MemoryBytes,
        sample => sample.MemoryLimitBytes,
        sample => sample.HeapBytes,
        sample => sample.ThreadPoolThreads,
        sample => sample.ThreadPoolQueue,
        sample => sample.SchedulerLag,
        sample => sample.OpenHandles,
        sample => sample.Gen2Collections,
        sample => sample.DnsQueries,
        sample => sample.DnsFailures,
        sample => sample.DnsStale,
        sample => sample.RestRequests,
        sample => sample.RestRateLimited,
        sample => sample.RestInvalid,
        sample => sample.StorageLag,
        sample => sample.DiskFreeBytes,
        sample => sample.DiskTotalBytes,
        sample => sample.CacheBytes,
        sample => sample.CacheHitRatio,
    ];

    /// <summary>How many figures a sample has.</summary>
    public static int Count => Figures.Length;

    /// <summary>The figures of a sample.</summary>
    public static double[] Of(Sample sample) => Array.ConvertAll(Figures, figure => figure(sample));

    /// <summary>The sample of some figures.</summary>
    /// <param name="at">Its time.</param>
    /// <param name="figures">At least <see cref="Count"/>.</param>
    public static Sample Sample(DateTimeOffset at, ReadOnlySpan<double> figures) => new()
    {
        At = at,
        EventsPerSecond = figures[0],
        DispatchDelayP50 = figures[1],
        DispatchDelayP99 = figures[2],
        QueuedEvents = (long)figures[3],
        QueuedBytes = (long)figures[4],
        QueueFill = figures[5],
        Shards = (int)figures[6],
        ShardsReady = (int)figures[7],
        ShardsQuiet = (int)figures[8],
        ShardNotReadyFor = figures[9],
        IsChanging = figures[10] > 0,
        IdentifiesLeft = figures[11] < 0 ? null : (int)figures[11],
        GatewayLatency = figures[12],
        CpuCores = figures[13],
        CpuLimit = figures[14],
        MemoryBytes = (long)figures[15],
        MemoryLimitBytes = (long)figures[16],
        HeapBytes = (long)figures[17],
        ThreadPoolThreads = (int)figures[18],
        ThreadPoolQueue = (long)figures[19],
        SchedulerLag = figures[20],
        OpenHandles = (int)figures[21],
        Gen2Collections = (int)figures[22],
        DnsQueries = (long)figures[23],
        DnsFailures = (long)figures[24],
        DnsStale = (long)figures[25],
        RestRequests = (long)figures[26],
        RestRateLimited = (long)figures[27],
        RestInvalid = (long)figures[28],
        StorageLag = figures[29],
        DiskFreeBytes = (long)figures[30],
        DiskTotalBytes = (long)figures[31],
        CacheBytes = (long)figures[32],
        CacheHitRatio = figures[33],
    };
}
