using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Telemetry;

/// <summary>
/// The first cause of the outage of 2019-10-12: a StatsD server known by name, a resolver that takes two seconds and then fails,
/// and a million recordings a second. The bot must not notice.
/// </summary>
internal sealed class StatsdStormBenchmark : IBenchmark
{
    private const string HostName = "statsd.test";
    private const int ResolverMilliseconds = 2_000;
    private const int Recordings = 1_000_000;
    private const int EventsPerSecond = 10_000;
    private const int GuildsPerShard = 100;
    private const int WarmUpSeconds = 5;
    private const double RateBar = 0.01;
    private const double QueriesBar = 2;
    private const double RecordingsBar = 0.99;
    private const double HeapBar = 1;
    private const double BytesPerMegabyte = 1024 * 1024;

    /// <inheritdoc/>
    public string Name => "statsd-storm";

    /// <inheritdoc/>
    public string Summary => "A million recordings a second while the resolver of the StatsD server's name is slow and then fails: DNS queries, memory, events.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Seconds | Knobs.Rate | Knobs.Compression;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var seconds = settings.Seconds ?? 60;
        progress.Report($"without StatsD and recordings, {seconds} s");
        var calm = await MeasureAsync(settings, seconds, 0, setup => setup, cancellationToken);
        progress.Report($"with both, {seconds} s");
        var storm = await MeasureAsync(settings, seconds, Recordings, Troubled, cancellationToken);
        return Tell(calm, storm, settings.Rate ?? EventsPerSecond);
    }

    private static ContenderSetup Troubled(ContenderSetup setup) => setup with
    {
        StatsdHost = HostName,
        StatsdPort = 8_125,
        ResolverMilliseconds = ResolverMilliseconds,
        ResolverAnswers = 1,
    };

    private static async Task<StormFigures> MeasureAsync(
        BenchmarkSettings settings, int seconds, int recordings, Func<ContenderSetup, ContenderSetup> refine, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 16;
        var world = new SandboxWorldSize(GuildsPerShard * shards, shards, shards);
        await using var booted = await BootedContender.StartAsync(ContenderKind.Vexera, world, settings.Compression ?? "None", cancellationToken, refine);
        await booted.Sandbox.Client.StartTrafficAsync(new { eventsPerSecond = settings.Rate ?? EventsPerSecond }, cancellationToken);
        await booted.Contender.StormAsync(WarmUpSeconds, recordings, cancellationToken);
        var figures = await booted.Contender.StormAsync(seconds, recordings, cancellationToken);
        await booted.Sandbox.Client.StopTrafficAsync(cancellationToken);
        return figures;
    }

    private Report Tell(StormFigures calm, StormFigures storm, double sent)
    {
        var report = new Report(Name);
        foreach (var (title, figures) in new[] { ("without", calm), ("StatsD and a storm", storm) })
        {
            report.AddSet(title)
                .Add("recordings in a second", figures.RecordingsPerSecond)
                .Add("events handled in a second", figures.EventsPerSecond)
                .Add("heap grown, MB", figures.HeapGrownBytes / BytesPerMegabyte)
                .Add("DNS queries in a minute", QueriesPerMinute(figures))
                .Add("attempts to send that failed", figures.Failures);
        }

        report.Add(Promise.AtMost("recordings missing from a million a second, as a share", 1 - (storm.RecordingsPerSecond / Recordings), 1 - RecordingsBar, ""));
        report.Add(Promise.AtMost("DNS queries in a minute", QueriesPerMinute(storm), QueriesBar, ""));
        report.Add(Promise.AtMost("heap grown by the storm", Math.Max(0, storm.HeapGrownBytes) / BytesPerMegabyte, HeapBar, " MB"));
        report.Add(Promise.AtMost(
            $"events of {sent:N0} a second missing beside without, as a share", Math.Max(0, 1 - (storm.EventsPerSecond / calm.EventsPerSecond)), RateBar, ""));
        return report;
    }

    // In less than a minute as many as in one.
    private static double QueriesPerMinute(StormFigures figures) => figures.DnsQueries / Math.Max(1, figures.Seconds / 60);
}
