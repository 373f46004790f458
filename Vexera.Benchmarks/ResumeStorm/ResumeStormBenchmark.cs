using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.ResumeStorm;

/// <summary>Every socket is dropped at once while messages flow and the resolver is slow; nothing may be lost.</summary>
internal sealed class ResumeStormBenchmark : IBenchmark
{
    private const string HostName = "discord.test";
    private const int ResolverMilliseconds = 2_000;
    private const int FreshnessSeconds = 5;
    private const int GuildsPerShard = 10;
    private const int EventsPerSecond = 2_000;
    private const double ResumeBar = 10;
    private static readonly TimeSpan BeforeStorm = TimeSpan.FromSeconds(2 * FreshnessSeconds);
    private static readonly TimeSpan AfterStorm = TimeSpan.FromSeconds(5);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <inheritdoc/>
    public string Name => "resume-storm";

    /// <inheritdoc/>
    public string Summary => "All sockets dropped at once under traffic, with a slow resolver: time to RESUMED, events lost or doubled.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Compression;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 288;
        var world = new SandboxWorldSize(GuildsPerShard * shards, shards, MaxConcurrency: shards);
        progress.Report($"booting {shards} shards");
        await using var booted = await BootedContender.StartAsync(ContenderKind.Bot, world, settings.Compression, cancellationToken, SlowDns);
        await booted.Sandbox.Client.StartTrafficAsync(new { eventsPerSecond = EventsPerSecond }, cancellationToken);
        await Task.Delay(BeforeStorm, _time, cancellationToken);

        progress.Report("dropping every socket");
        var storm = new Storm(booted, shards, _time);
        var resumed = await storm.RageAsync(cancellationToken);
        progress.Report(FormattableString.Invariant($"all resumed after {resumed.TotalSeconds:0.00} s"));
        await Task.Delay(AfterStorm, _time, cancellationToken);
        var (sent, look) = await storm.CalmAsync(cancellationToken);
        return Tell(shards, resumed, sent, look, await booted.Sandbox.Client.StatsAsync(cancellationToken));
    }

    private static ContenderSetup SlowDns(ContenderSetup setup) => setup with
    {
        Address = new UriBuilder(setup.Address) { Host = HostName }.Uri,
        ResolverMilliseconds = ResolverMilliseconds,
        FreshnessSeconds = FreshnessSeconds,
    };

    private Report Tell(int shards, TimeSpan resumed, long sent, Look look, SandboxStats stats)
    {
        var report = new Report(Name);
        report.AddSet("Vexera")
            .Add("drop to all RESUMED, s", resumed.TotalSeconds)
            .Add("RESUMEs accepted", stats.Resumes)
            .Add("messages sent", sent)
            .Add("messages replayed", stats.Replays)
            .Add("messages lost", sent - look.Distinct)
            .Add("messages doubled", look.Doubled)
            .Add("DNS queries", look.DnsQueries)
            .Add("DNS queries within a freshness period of the one before", look.DnsTooSoon);
        report.Add(Promise.AtMost($"every one of {shards} shards RESUMEs", resumed.TotalSeconds, ResumeBar, " s"));
        report.Add(Promise.Never("a shard identifies again", stats.Identifies - shards));
        report.Add(Promise.Never("a name is asked for twice within a freshness period", look.DnsTooSoon));
        report.Add(Promise.Never("a message is lost", sent - look.Distinct));
        report.Add(Promise.Never("a message is handled twice", look.Doubled));
        report.Add(Promise.Never("a rule of Discord's is broken", stats.Violations, stats.DescribeViolations()));
        return report;
    }
}
