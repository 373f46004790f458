using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Restarts;

/// <summary>The bot is stopped and started again while messages flow.</summary>
internal sealed class WarmRestartBenchmark : IBenchmark
{
    private const int EventsPerSecond = 5_000;
    private const double ResumeBar = 5;
    private static readonly TimeSpan BeforeAndAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DeliveryPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <inheritdoc/>
    public string Name => "warm-restart";

    /// <inheritdoc/>
    public string Summary => "SIGTERM under traffic, and a new process: time to the last RESUMED, events lost or doubled.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Guilds | Knobs.Rate;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var shards = settings.Shards ?? 288;
        var world = new SandboxWorldSize(settings.Guilds ?? 300_000, shards, MaxConcurrency: shards);
        await using var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        await using var bot = new DrilledBot(sandbox.Address, sandbox.Client.BotToken);
        progress.Report($"booting {world.Shards} shards with {world.Guilds} guilds");
        var cold = await bot.StartAsync(cancellationToken);
        await sandbox.Client.SettleAsync(DeliveryPatience, cancellationToken);
        await sandbox.Client.StartTrafficAsync(new { eventsPerSecond = settings.Rate ?? EventsPerSecond }, cancellationToken);
        await Task.Delay(BeforeAndAfter, _time, cancellationToken);

        var before = await sandbox.Client.StatsAsync(cancellationToken);
        progress.Report("stopping it");
        var stopped = await bot.TerminateAsync(cancellationToken);
        progress.Report(FormattableString.Invariant($"stopped after {stopped.TotalSeconds:0.00} s; starting it again"));
        var resumed = await bot.StartAsync(cancellationToken);
        progress.Report(FormattableString.Invariant($"all resumed {resumed.TotalSeconds:0.00} s after the start"));
        await Task.Delay(BeforeAndAfter, _time, cancellationToken);
        var sent = await sandbox.Client.StopTrafficAsync(cancellationToken);
        await DeliveredAsync(bot, sent, cancellationToken);
        await bot.TerminateAsync(cancellationToken);
        return Tell(before, cold, stopped, resumed, sent, bot.Handled, await sandbox.Client.StatsAsync(cancellationToken));
    }

    private async Task DeliveredAsync(DrilledBot bot, long sent, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        while (bot.Handled.Distinct < sent && _time.GetElapsedTime(began) < DeliveryPatience)
            await Task.Delay(LookEvery, _time, cancellationToken);
    }

    private Report Tell(
        SandboxStats before, TimeSpan cold, TimeSpan stopped, TimeSpan resumed, long sent, (long Handled, long Distinct) seen, SandboxStats stats)
    {
        var report = new Report(Name);
        report.AddSet("Vexera")
            .Add("first start to all shards ready, s", cold.TotalSeconds)
            .Add("SIGTERM to the end of the process, s", stopped.TotalSeconds)
            .Add("new process to the last RESUMED, s", resumed.TotalSeconds)
            .Add("RESUMEs accepted", stats.Resumes - before.Resumes)
            .Add("messages sent", sent)
            .Add("messages replayed", stats.Replays - before.Replays)
            .Add("messages lost", sent - seen.Distinct)
            .Add("messages doubled", seen.Handled - seen.Distinct);
        report.Add(Promise.AtMost("from the start of the new process to the last RESUMED", resumed.TotalSeconds, ResumeBar, " s"));
        report.Add(Promise.Never("a shard identifies again", stats.Identifies - before.Identifies));
        report.Add(Promise.Never("a message is lost", sent - seen.Distinct));
        report.Add(Promise.Never("a message is handled twice", seen.Handled - seen.Distinct));
        report.Add(Promise.Never("a rule of Discord's is broken", stats.Violations, stats.DescribeViolations()));
        return report;
    }
}
