using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Scenarios;

namespace Vexera.Host.Drills.Staging;

/// <summary>Runs a scenario: starts the simulator and the bot, lets happen what happens, and gathers what was seen.</summary>
/// <param name="settings">How big, from which seed, with what broken on purpose.</param>
/// <param name="progress">Takes a line now and then, for a person who waits.</param>
internal sealed class DrillRunner(DrillSettings settings, IProgress<string> progress)
{
    private const int MostGuildsWithPeople = 12;
    private static readonly TimeSpan SettlePatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan QuietPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="NotMeasuredException">The simulator or the bot cannot be started.</exception>
    public async Task<DrillRecord> RunAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var world = settings.World(scenario);
        progress.Report(DrillText.Starting.With(scenario.Name, world.Shards, world.Guilds, world.Seed));
        await using var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        var dns = (await sandbox.Client.StatsAsync(cancellationToken)).DnsAddress;
        var timeline = new Timeline(_time);
        await using var people = await People.GatherAsync(
            sandbox.Client, Math.Min(world.Shards, MostGuildsWithPeople), timeline, new Random(settings.Seed), cancellationToken);
        await using var bot = new DrilledBot(
            new UriBuilder(sandbox.Address) { Host = DrillSettings.HostName }.Uri, sandbox.Client.BotToken, DrillSettings.ForBot(scenario, dns!), settings.Breaker);
        await using var sampler = new Sampler(sandbox.Client, bot, timeline);
        var drill = new Drill(scenario, world, sandbox.Client, bot, timeline)
        {
            PeoplesGuilds = people.Guilds,
            Load = new Load(sandbox.Client, people, bot, settings.Rate(scenario)),
        };
        sampler.Start();
        people.Hear();
        drill.Mark("", DrillText.BotStarts);
        var ready = await bot.StartAsync(cancellationToken);
        progress.Report(DrillText.BotReady.With(ready.TotalSeconds));
        await sandbox.Client.SettleAsync(SettlePatience, cancellationToken);
        var before = await sandbox.Client.StatsAsync(cancellationToken);
        await PlayAsync(drill, people, cancellationToken);
        return await CloseAsync(drill, sampler, people, ready, before, cancellationToken);
    }

    private async Task PlayAsync(Drill drill, People people, CancellationToken cancellationToken)
    {
        await drill.Load.StartAsync(drill.GuildsWithTraffic, cancellationToken);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        people.Call(leaving.Token);
        // Steps that take longer than the scenario has for them move all that follows.
        var began = drill.Timeline.Now;
        foreach (var moment in drill.Scenario.Moments)
        {
            var wait = began + drill.Scenario.Due(moment) - drill.Timeline.Now;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _time, cancellationToken);
            else
                began -= wait;
            foreach (var step in moment.Steps)
            {
                progress.Report(DrillText.Step.With(moment.Time, step.Text));
                drill.Mark(moment.Time, step.Text);
                await step.ActAsync(drill, cancellationToken);
            }
        }

        await leaving.CancelAsync();
    }

    private async Task<DrillRecord> CloseAsync(
        Drill drill, Sampler sampler, People people, TimeSpan ready, SandboxStats before, CancellationToken cancellationToken)
    {
        await drill.Sandbox.HealAsync(cancellationToken);
        var sent = await drill.Sandbox.StopTrafficAsync(cancellationToken);
        var ownEnd = OwnEndOf(drill);
        var differences = ownEnd is null ? await QuietAsync(drill, people, sent, cancellationToken) : [];
        ownEnd ??= OwnEndOf(drill);
        var after = await drill.Sandbox.StatsAsync(cancellationToken);
        await sampler.StopAsync();
        if (drill.Bot.Process is { HasExited: false })
            await drill.Bot.TerminateAsync(cancellationToken);
        return new DrillRecord
        {
            Drill = drill,
            FirstStart = ready,
            Samples = sampler.Samples,
            Before = before,
            After = after,
            Calls = people.Calls,
            Unasked = people.Unasked,
            Sent = sent,
            Handled = NumberLedger.Numbers(drill.Bot.Ledger),
            Differences = differences,
            Cases = CasesOnDisk.Read(drill.Bot.Database),
            OwnEnd = ownEnd is null ? null : ownEnd with { At = sampler.Samples.LastOrDefault(sample => sample.Runs)?.At ?? ownEnd.At },
            Log = BotLog.Read(drill.Bot.Folder),
        };
    }

    // Until all is delivered, answered and on disk; what is not so after a while never will be.
    private async Task<IReadOnlyList<string>> QuietAsync(Drill drill, People people, long sent, CancellationToken cancellationToken)
    {
        var comparison = new WorldComparison(drill.Sandbox);
        var began = drill.Timeline.Now;
        await people.AnsweredAsync(QuietPatience, cancellationToken);
        while (true)
        {
            var differences = await comparison.DifferencesAsync(drill.Bot.Database, cancellationToken);
            var isLate = drill.Timeline.Now - began > QuietPatience || drill.Bot.Process is not { HasExited: false };
            if (isLate || (differences.Count == 0 && drill.Bot.Handled.Distinct >= sent))
                return differences;
            await Task.Delay(LookEvery, _time, cancellationToken);
        }
    }

    private static OwnEnd? OwnEndOf(Drill drill) =>
        drill.Bot.Process is { HasExited: true } ended ? new OwnEnd(drill.Timeline.Now, ended.ExitCode) : null;
}
