using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Purge;

/// <summary>The cache is emptied again and again while messages flow and every one of them has its guild looked up.</summary>
internal sealed class PurgeBenchmark : IBenchmark
{
    private const int GuildsPerShard = 500;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DeliveryPatience = TimeSpan.FromSeconds(60);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <inheritdoc/>
    public string Name => "purge";

    /// <inheritdoc/>
    public string Summary => "The cache emptied in the middle of 20,000 events/s: look-ups that fail, reads of the disk, questions to Discord.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Guilds | Knobs.Seconds | Knobs.Rate;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 16;
        var world = new SandboxWorldSize(settings.Guilds ?? (GuildsPerShard * shards), shards, MaxConcurrency: shards);
        progress.Report($"booting {shards} shards");
        await using var booted = await BootedContender.StartAsync(
            ContenderKind.Bot, world, compression: null, cancellationToken, setup => setup with { LooksUp = true });
        var began = _time.GetTimestamp();
        await booted.Sandbox.Client.StartTrafficAsync(new { eventsPerSecond = settings.Rate ?? 20_000 }, cancellationToken);
        var purges = await PurgeAsync(booted, TimeSpan.FromSeconds(settings.Seconds ?? 20), progress, cancellationToken);
        var sent = await booted.Sandbox.Client.StopTrafficAsync(cancellationToken);
        var elapsed = _time.GetElapsedTime(began);
        var (look, lookUps) = await ArriveAsync(booted, sent, cancellationToken);
        return Tell(purges, sent / elapsed.TotalSeconds, sent, look, lookUps, await booted.Sandbox.Client.StatsAsync(cancellationToken));
    }

    private async Task<int> PurgeAsync(BootedContender booted, TimeSpan duration, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        for (var purges = 0; ; purges++)
        {
            await Task.Delay(Between, _time, cancellationToken);
            if (_time.GetElapsedTime(began) >= duration)
                return purges;
            var lookUps = await booted.Contender.PurgeAsync(cancellationToken);
            progress.Report(FormattableString.Invariant(
                $"purged after {lookUps.Found:N0} look-ups, {lookUps.Failed:N0} failed, {lookUps.Reads:N0} from the disk, {lookUps.Fetches:N0} from Discord"));
        }
    }

    private async Task<(Look Look, LookUps LookUps)> ArriveAsync(BootedContender booted, long sent, CancellationToken cancellationToken)
    {
        var stopped = _time.GetTimestamp();
        while (true)
        {
            var look = await booted.Contender.LookAsync(cancellationToken);
            var lookUps = await booted.Contender.LookUpsAsync(cancellationToken);
            if ((look.Distinct >= sent && lookUps.Found + lookUps.Failed >= sent) || _time.GetElapsedTime(stopped) > DeliveryPatience)
                return (look, lookUps);
            await Task.Delay(TimeSpan.FromMilliseconds(100), _time, cancellationToken);
        }
    }

    private Report Tell(int purges, double rate, long sent, Look look, LookUps lookUps, SandboxStats stats)
    {
        var asked = stats.Succeeded("GET /guilds/{guild_id}");
        var report = new Report(Name);
        report.AddSet("Vexera")
            .Add("purges", purges)
            .Add("messages sent", sent)
            .Add("messages in a second", rate)
            .Add("look-ups", lookUps.Found + lookUps.Failed)
            .Add("look-ups that failed", lookUps.Failed)
            .Add("guilds read from the disk", lookUps.Reads)
            .Add("guilds asked of Discord", lookUps.Fetches);
        report.Add(Promise.Never("a look-up fails", lookUps.Failed));
        report.Add(Promise.Exactly("look-ups, of the messages sent", lookUps.Found, sent));
        report.Add(Promise.Exactly("questions to Discord by the meter, of those that the simulator answered", lookUps.Fetches, asked));
        report.Add(Promise.Never("a message is lost", sent - look.Distinct));
        report.Add(Promise.Never("a message is doubled", look.Doubled));
        report.Add(Promise.Never("a rule of Discord's is broken", stats.Violations, stats.DescribeViolations()));
        return report;
    }
}
