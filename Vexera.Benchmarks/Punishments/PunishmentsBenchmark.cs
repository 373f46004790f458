using Microsoft.Extensions.DependencyInjection;
using Vexera.Benchmarks.Commands;
using Vexera.Core.Rest;
using Vexera.Core.Storage;
using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;
using Vexera.Sandbox;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Benchmarks.Punishments;

/// <summary>Very many bans end at one instant, while people go on calling commands. The simulator holds the bot to Discord's limits.</summary>
internal sealed class PunishmentsBenchmark : IBenchmark
{
    // So many that no limit of one guild or channel holds up what is measured.
    private const int Guilds = 1_000;
    private const int Count = 100_000;
    private const int Seconds = 120;
    private const double AnswerBar = 1;
    private const double DrainBar = 1.1;

    // What is left until the bans end: their rows are to be written and the bot to be started before it is watched.
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ForEachBan = TimeSpan.FromMilliseconds(0.5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <inheritdoc/>
    public string Name => "punishments";

    /// <inheritdoc/>
    public string Summary => "100,000 bans end at one instant: how fast they are lifted within Discord's rate limits, and commands answered meanwhile.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Count | Knobs.SecondsOrWhole;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (count, seconds) = (settings.Count ?? Count, settings.Seconds ?? Seconds);
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0", Guilds = Guilds }, cancellationToken);
        using var client = await SandboxClient.ConnectAsync(server.Address, cancellationToken);
        await using var bot = new DrilledBot(server.Address, server.BotToken);
        using var bans = new DueBans(server.World, DemoWorld.BotId);
        // Once without them, so that the bot does not look for what happened before its time.
        await bot.StartAsync(cancellationToken);
        await client.SettleAsync(Patience, cancellationToken);
        await bot.TerminateAsync(cancellationToken);
        progress.Report(FormattableString.Invariant($"writing {count} bans"));
        var due = _time.GetUtcNow() + Start + (count * ForEachBan) + Idle;
        await using (var stopped = new IdleBot(bot.Database))
            await bans.MakeAsync(stopped.Services, count, due, cancellationToken);
        await bot.StartAsync(cancellationToken);
        if (_time.GetUtcNow() + Idle > due)
            throw new NotMeasuredException("The bans end before the bot was watched without them: this machine is too slow.");

        var watch = new Watch(server, client, bot, bans, progress);
        var before = await watch.RunAsync(_time.GetUtcNow(), _ => _time.GetUtcNow() >= due - Pause, cancellationToken);
        var drain = await watch.RunAsync(
            due, took => bans.Left == 0 || (seconds > 0 && took.TotalSeconds >= seconds), cancellationToken);
        await bot.TerminateAsync(cancellationToken);
        await using var after = new IdleBot(bot.Database);
        var differences = await bans.CountDifferencesAsync(after.Services.GetRequiredService<IDatabase>(), cancellationToken);
        return Tell(count, before, drain, bans.Left, differences, await client.StatsAsync(cancellationToken));
    }

    private Report Tell(int count, Seen before, Seen drain, int left, int differences, SandboxStats stats)
    {
        var rest = new RestOptions();
        // The bot's own measure: bans are lifted with what commands leave of this.
        var allowed = rest.GlobalLimit * rest.BackgroundShare / 100.0;
        var report = new Report(Name);
        before.AddTo(report, FormattableString.Invariant($"{count:N0} bans wait for their end"));
        drain.AddTo(report, "all have ended and are lifted");
        report.Sets[1].Add("bans left when the bot was stopped", left);
        report.Add(Promise.AtMost("time for a request, beside the share of Discord's limit that the bot spends while bans wait", allowed / drain.RequestRate, DrainBar, " ×"));
        report.Add(Promise.AtMost("99 of 100 commands are answered meanwhile within", drain.SlowAnswer, AnswerBar, " s"));
        report.Add(Promise.Never("a command is lost", before.Unanswered + drain.Unanswered));
        report.Add(Promise.Never("a ban is lifted before its time", before.Lifted));
        report.Add(Promise.Never("a ban is not the same in Discord and in the database", differences));
        report.Add(Promise.Never("a rule of Discord's is broken", stats.Violations, stats.DescribeViolations()));
        return report;
    }
}
