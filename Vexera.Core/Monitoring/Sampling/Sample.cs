namespace Vexera.Core.Monitoring.Sampling;

/// <summary>
/// The process over the last interval, ten seconds unless said otherwise. What could not be read is 0, and null where that means
/// something else. Counts "of the interval" are what came since the sample before.
/// </summary>
internal sealed record Sample
{
    /// <summary>The end of the interval.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Dispatches received from Discord a second.</summary>
    public double EventsPerSecond { get; init; }

    /// <summary>The middle of the time from a frame received to its handler started, in seconds; 0 when nothing was handled.</summary>
    public double DispatchDelayP50 { get; init; }

    /// <summary>What 99 of 100 events stayed under, in the same way.</summary>
    public double DispatchDelayP99 { get; init; }

    /// <summary>Events that wait for handlers or are with them.</summary>
    public long QueuedEvents { get; init; }

    /// <summary>Bytes that they take.</summary>
    public long QueuedBytes { get; init; }

    /// <summary>How full the queue is, from 0 to 1; at 1 reading from Discord pauses.</summary>
    public double QueueFill { get; init; }

    /// <summary>Shards of this process; 0 before that is known.</summary>
    public int Shards { get; init; }

    /// <summary>How many of them receive events.</summary>
    public int ShardsReady { get; init; }

    /// <summary>How many of those that are ready receive less than half of their own average of the last 30 minutes.</summary>
    public int ShardsQuiet { get; init; }

    /// <summary>Seconds since the shard that is longest without being ready was ready, or since the process began; 0 when all are.</summary>
    public double ShardNotReadyFor { get; init; }

    /// <summary>Whether the fleet goes over to another number of shards, or stops.</summary>
    public bool IsChanging { get; init; }

    /// <summary>IDENTIFYs that may be sent before shards have to wait for the next day; null before Discord told the budget.</summary>
    public int? IdentifiesLeft { get; init; }

    /// <summary>The median over the shards of the time from heartbeat to acknowledgement, in seconds; 0 before the first.</summary>
    public double GatewayLatency { get; init; }

    /// <summary>Processor time used, in cores: 1.0 is one whole core.</summary>
    public double CpuCores { get; init; }

    /// <summary>Cores that the process may use, the limit of a container included.</summary>
    public double CpuLimit { get; init; }

    /// <summary>Bytes of the process in memory (resident, working set).</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Bytes that the process may have: the machine's, or the limit of a container.</summary>
    public long MemoryLimitBytes { get; init; }

    /// <summary>Bytes of the managed heap, garbage not yet collected included.</summary>
    public long HeapBytes { get; init; }

    /// <summary>Threads of the thread pool.</summary>
    public int ThreadPoolThreads { get; init; }

    /// <summary>Work that waits for a thread of the pool.</summary>
    public long ThreadPoolQueue { get; init; }

    /// <summary>How late the sampler's timer was, in seconds: how late everything is that waits for a timer and a thread.</summary>
    public double SchedulerLag { get; init; }

    /// <summary>Open handles; on Unix open files and sockets.</summary>
    public int OpenHandles { get; init; }

    /// <summary>Collections of the oldest generation in the interval.</summary>
    public int Gen2Collections { get; init; }

    /// <summary>Questions put to the resolver in the interval.</summary>
    public long DnsQueries { get; init; }

    /// <summary>Questions that the resolver did not answer, in the interval.</summary>
    public long DnsFailures { get; init; }

    /// <summary>Answers served past their freshness in the interval.</summary>
    public long DnsStale { get; init; }

    /// <summary>HTTP requests to Discord in the interval.</summary>
    public long RestRequests { get; init; }

    /// <summary>429 answers among them.</summary>
    public long RestRateLimited { get; init; }

    /// <summary>Answers 401, 403 and 429 that count towards Discord's ban, in the last 10 minutes, which is Discord's window.</summary>
    public long RestInvalid { get; init; }

    /// <summary>How old what is not yet in the database could be, in seconds; while the database takes nothing, since when.</summary>
    public double StorageLag { get; init; }

    /// <summary>Bytes free where the database or the working directory is; 0 with <see cref="DiskTotalBytes"/> 0 when unknown.</summary>
    public long DiskFreeBytes { get; init; }

    /// <summary>Bytes that this place has in all.</summary>
    public long DiskTotalBytes { get; init; }

    /// <summary>Bytes of guilds' state in memory.</summary>
    public long CacheBytes { get; init; }

    /// <summary>The share of looks into that memory that found the guild there, 0 to 1, in the interval; 1 when nobody looked.</summary>
    public double CacheHitRatio { get; init; }
}
