using System.Diagnostics.Metrics;
using Vexera.Core.Telemetry.Instruments;

namespace Vexera.Core.Telemetry;

/// <summary>
/// Every instrument of the process, in one place. Names follow OpenTelemetry; tags are few and bounded
/// (event names, routes, modules), never ids of guilds or users.
/// </summary>
internal sealed class VexeraMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Vexera";

    // What exporters with fixed buckets sort times into: from a tenth of a millisecond to a minute.
    private static readonly double[] Seconds = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    public VexeraMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        var seconds = new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds };
        EventsReceived = new StripedCounters(meter, "vexera.events.received", "{event}", "Dispatches received from Discord");
        EventsRepeated = meter.CreateCounter<long>("vexera.events.repeated", "{event}", "Dispatches received before in the same session, dropped");
        EventsStale = meter.CreateCounter<long>("vexera.events.stale", "{event}", "Dispatches of a session that has ended, dropped");
        EventsReplayed = meter.CreateCounter<long>("vexera.events.replayed", "{event}", "Dispatches that an earlier process had handled, for State only");
        EventsSkipped = new StripedCounters(meter, "vexera.events.skipped", "{event}", "Dispatches nobody handles, left unread");
        EventsMalformed = meter.CreateCounter<long>("vexera.events.malformed", "{event}", "Dispatches whose payload could not be read");
        EventsShed = new StripedCounters(meter, "vexera.events.shed", "{event}", "Events dropped under overload, by declared order");
        EventsHandled = new StripedCounters(meter, "vexera.events.handled", "{event}", "Calls of handlers that have ended, by event and module");
        HandlersFailed = meter.CreateCounter<long>("vexera.handlers.failed", "{call}", "Handlers that threw or ran past their deadline");
        HandlerDuration = meter.CreateHistogram("vexera.handlers.duration", "s", "Time a handler took", tags: null, seconds);
        DispatchQueued = ObservedValue<long>.Gauge(meter, "vexera.dispatch.queued", "{event}", "Events waiting for handlers or with them");
        DispatchQueuedBytes = ObservedValue<long>.Gauge(meter, "vexera.dispatch.queued_bytes", "By", "Bytes that they take");
        DispatchDelay = meter.CreateHistogram("vexera.dispatch.delay", "s", "From frame received to handler started", tags: null, seconds);
        ShardReconnects = meter.CreateCounter<long>("vexera.shard.reconnects", "{reconnect}", "Connections ended, by reason");
        Identifies = meter.CreateCounter<long>("vexera.shard.identifies", "{identify}", "IDENTIFYs sent");
        Resumes = meter.CreateCounter<long>("vexera.shard.resumes", "{resume}", "RESUMEs sent");
        BadFrames = meter.CreateCounter<long>("vexera.gateway.bad_frames", "{frame}", "Frames that were no valid envelope, or an unknown opcode");
        RestRequests = meter.CreateCounter<long>("vexera.rest.requests", "{request}", "HTTP requests by route and status");
        RestRateLimited = meter.CreateCounter<long>("vexera.rest.rate_limited", "{response}", "429 answers by scope");
        RestInvalid = meter.CreateCounter<long>("vexera.rest.invalid", "{response}", "401, 403 and 429 answers that count towards Discord's ban");
        RestDuration = meter.CreateHistogram("vexera.rest.duration", "s", "From sending a request to the headers of its answer", tags: null, seconds);
        DnsQueries = meter.CreateCounter<long>("vexera.dns.queries", "{query}", "Questions put to the resolver");
        DnsStale = meter.CreateCounter<long>("vexera.dns.served_stale", "{answer}", "Answers served past their freshness");
        DnsFailures = meter.CreateCounter<long>("vexera.dns.failures", "{query}", "Questions the resolver did not answer");
        Commands = meter.CreateCounter<long>("vexera.commands", "{command}", "Commands by name and outcome");
        CommandDuration = meter.CreateHistogram("vexera.commands.duration", "s", "From a call to its answer, before that is sent", tags: null, seconds);
        Components = meter.CreateCounter<long>("vexera.components", "{use}", "Uses of buttons and selects by kind and outcome");
        StateReads = meter.CreateCounter<long>("vexera.state.reads", "{read}", "Guilds read from the database, by outcome");
        StateFetches = meter.CreateCounter<long>("vexera.state.fetches", "{guild}", "Guilds asked of Discord's HTTP API because there was no record of them");
        StateCommits = meter.CreateCounter<long>("vexera.state.commits", "{commit}", "Transactions that wrote guilds and sessions");
        StateCommitsFailed = meter.CreateCounter<long>("vexera.state.commits_failed", "{commit}", "Transactions that failed; what they held is kept");
        StateRecords = meter.CreateCounter<long>("vexera.state.records", "{guild}", "Guilds written");
        StateCommitDuration = meter.CreateHistogram("vexera.state.commit_duration", "s", "Time a transaction took", tags: null, seconds);
        StateCommitLag = meter.CreateHistogram("vexera.state.commit_lag", "s", "From the commit before to the end of this one: how old what was not yet on disk could be", tags: null, seconds);
        EventRates = ObservedValue<double>.Gauge(meter, "vexera.events.rate", "{event}/s", "Dispatches received a second, averaged over a window of 1, 5 and 30 minutes");
        Shards = ObservedValue<int>.Gauge(meter, "vexera.shards", "{shard}", "Shards of this process by state");
        GatewayLatency = ObservedValue<double>.Gauge(meter, "vexera.gateway.latency", "s", "From heartbeat to acknowledgement, the median of all shards and the greatest");
        IdentifiesLeft = ObservedValue<int>.Gauge(meter, "vexera.shard.identifies_left", "{identify}", "IDENTIFYs that may be sent before shards have to wait for the next day");
        RestInvalidWindow = ObservedValue<int>.Gauge(meter, "vexera.rest.invalid_window", "{response}", "Answers that count towards Discord's ban, in its window of the last 10 minutes");
        CacheHits = ObservedValue<long>.Counter(meter, "vexera.state.cache_hits", "{lookup}", "Guilds that were looked up and found in memory");
        CacheMisses = ObservedValue<long>.Counter(meter, "vexera.state.cache_misses", "{lookup}", "Guilds that were looked up and not in memory");
        CacheBytes = ObservedValue<long>.Gauge(meter, "vexera.state.cache_bytes", "By", "What the guilds in memory take");
        CacheGuilds = ObservedValue<long>.Gauge(meter, "vexera.state.cache_guilds", "{guild}", "Guilds in memory");
        StateLag = ObservedValue<double>.Gauge(meter, "vexera.state.lag", "s", "How old what is not yet on disk could be");
        Handles = ObservedValue<int>.Gauge(meter, "process.handles", "{handle}", "Open handles; on Unix open files and sockets");
        ProcessUptime = ObservedValue<double>.Gauge(meter, "process.uptime", "s", "Time since the bot started");
        SchedulerLag = meter.CreateHistogram("vexera.scheduler.lag", "s", "How late a timer of one second is: everything that waits for a timer and a thread is as late", tags: null, seconds);
        DueWorkRuns = meter.CreateCounter<long>("vexera.due_work.runs", "{run}", "Attempts at due work that have ended, by kind and outcome");
        DueWorkDelay = meter.CreateHistogram("vexera.due_work.delay", "s", "How late an attempt at due work began", tags: null, seconds);
        DueWorkPending = ObservedValue<long>.Gauge(meter, "vexera.due_work.pending", "{work}", "Work that waits for its time or is under way, at most a minute old");
        TelemetrySent = meter.CreateCounter<long>("vexera.telemetry.sent", "{message}", "Datagrams and requests sent to a sink of meters");
        TelemetryFailures = meter.CreateCounter<long>("vexera.telemetry.failures", "{failure}", "What went wrong with a sink of meters, by sink and reason");
    }

    public StripedCounters EventsReceived { get; }

    public Counter<long> EventsRepeated { get; }

    public Counter<long> EventsStale { get; }

    public Counter<long> EventsReplayed { get; }

    public StripedCounters EventsSkipped { get; }

    public Counter<long> EventsMalformed { get; }

    public StripedCounters EventsShed { get; }

    public StripedCounters EventsHandled { get; }

    public Counter<long> HandlersFailed { get; }

    public Histogram<double> HandlerDuration { get; }

    public ObservedValue<long> DispatchQueued { get; }

    public ObservedValue<long> DispatchQueuedBytes { get; }

    public Histogram<double> DispatchDelay { get; }

    public Counter<long> ShardReconnects { get; }

    public Counter<long> Identifies { get; }

    public Counter<long> Resumes { get; }

    public Counter<long> BadFrames { get; }

    public Counter<long> RestRequests { get; }

    public Counter<long> RestRateLimited { get; }

    public Counter<long> RestInvalid { get; }

    public Histogram<double> RestDuration { get; }

    public Counter<long> DnsQueries { get; }

    public Counter<long> DnsStale { get; }

    public Counter<long> DnsFailures { get; }

    public Counter<long> Commands { get; }

    public Histogram<double> CommandDuration { get; }

    public Counter<long> Components { get; }

    public Counter<long> StateReads { get; }

    public Counter<long> StateFetches { get; }

    public Counter<long> StateCommits { get; }

    public Counter<long> StateCommitsFailed { get; }

    public Counter<long> StateRecords { get; }

    public Histogram<double> StateCommitDuration { get; }

    public Histogram<double> StateCommitLag { get; }

    public ObservedValue<double> EventRates { get; }

    public ObservedValue<int> Shards { get; }

    public ObservedValue<double> GatewayLatency { get; }

    public ObservedValue<int> IdentifiesLeft { get; }

    public ObservedValue<int> RestInvalidWindow { get; }

    public ObservedValue<long> CacheHits { get; }

    public ObservedValue<long> CacheMisses { get; }

    public ObservedValue<long> CacheBytes { get; }

    public ObservedValue<long> CacheGuilds { get; }

    public ObservedValue<double> StateLag { get; }

    public ObservedValue<int> Handles { get; }

    public ObservedValue<double> ProcessUptime { get; }

    public Histogram<double> SchedulerLag { get; }

    public Counter<long> DueWorkRuns { get; }

    public Histogram<double> DueWorkDelay { get; }

    public ObservedValue<long> DueWorkPending { get; }

    public Counter<long> TelemetrySent { get; }

    public Counter<long> TelemetryFailures { get; }
}
