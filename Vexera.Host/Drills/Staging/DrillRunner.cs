using Vexera.Host.Drills.Bot;
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
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Runs it to its end, or until the bot ends by itself.</summary>
    /// <exception cref="NotMeasuredException">The simulator or the bot cannot be started.</exception>
    public async Task<DrillRecord> RunAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var world = settings.World(scenario);
        progress.Report(DrillText.Starting.With(scenario.Name, world.Shards, world.Guilds, world.Seed));
        await using var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        var servers = await sandbox.Client.StatsAsync(cancellationToken);
        var timeline = new Timeline(_time);
        await using var people = await People.GatherAsync(
            sandbox.Client, Math.Min(world.Shards, MostGuildsWithPeople), timeline, new Random(settings.Seed), cancellationToken);
        await using var bot = new DrilledBot(
            new UriBuilder(sandbox.Address) { Host = DrillSettings.HostName }.Uri, sandbox.Client.BotToken, settings.ForBot(scenario, servers.DnsAddress!, servers.StatsdPort!.Value), settings.Breaker);
        await using var sampler = new Sampler(sandbox.Client, bot, timeline);
        var drill = new Drill(scenario, world, sandbox.Client, bot, timeline)
        {
            Scale = settings.Scale ?? 1,
            PeoplesGuilds = people.Guilds,
            Load = new Load(sandbox.Client, people, bot, settings.Rate(scenario)),
        };
        sampler.Start();
        people.Hear();
        drill.Mark("", DrillText.BotStarts);
        var firstStart = await bot.StartAsync(cancellationToken);
        var readyAt = timeline.Now;
        progress.Report(DrillText.BotReady.With(firstStart.TotalSeconds));
        await sandbox.Client.SettleAsync(SettlePatience, cancellationToken);
        var before = await sandbox.Client.StatsAsync(cancellationToken);
        await PlayAsync(drill, people, cancellationToken);
        return await new DrillClosing(drill, sampler, people, settings.Patience).CloseAsync(before, firstStart, readyAt, cancellationToken);
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
            var wait = began + (drill.Scenario.Due(moment) * settings.Pace) - drill.Timeline.Now;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _time, cancellationToken);
            else
                began -= wait;
            foreach (var step in moment.Steps)
            {
                if (!drill.HasEndedByItself)
                    await PlayAsync(drill, moment, step, cancellationToken);
            }
        }

        await leaving.CancelAsync();
    }

    private async Task PlayAsync(Drill drill, Moment moment, Step step, CancellationToken cancellationToken)
    {
        progress.Report(DrillText.Step.With(moment.Time, step.Text));
        drill.Mark(moment.Time, step.Text);
        try
        {
            await step.ActAsync(drill, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What fails because the bot is gone is the bot's failure; a promise is about that.
            if (!await EndsByItselfAsync(drill, cancellationToken))
                throw;
        }
    }

    private static async Task<bool> EndsByItselfAsync(Drill drill, CancellationToken cancellationToken)
    {
        if (drill.Bot.Process is { } process)
            await process.WaitForExitAsync(cancellationToken).WaitAsync(EndPatience, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return drill.HasEndedByItself;
    }
}
