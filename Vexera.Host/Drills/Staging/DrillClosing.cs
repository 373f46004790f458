using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Sampling;

namespace Vexera.Host.Drills.Staging;

/// <summary>The end of a drill: what is under way comes to its end, then all that was seen is gathered.</summary>
/// <param name="drill">The drill.</param>
/// <param name="sampler">Takes its samples until then.</param>
/// <param name="people">The people.</param>
/// <param name="patience">How long to wait for what is under way.</param>
internal sealed class DrillClosing(Drill drill, Sampler sampler, People people, TimeSpan patience)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Ends it.</summary>
    /// <param name="before">What the simulator had counted when the bot was up.</param>
    /// <param name="firstStart">How long that took.</param>
    /// <param name="readyAt">When it was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DrillRecord> CloseAsync(SandboxStats before, TimeSpan firstStart, TimeSpan readyAt, CancellationToken cancellationToken)
    {
        await drill.Sandbox.HealAsync(cancellationToken);
        var sent = await drill.Sandbox.StopTrafficAsync(cancellationToken);
        var guilds = drill.HasEndedByItself ? null : await QuietAsync(sent, cancellationToken);
        var after = await drill.Sandbox.StatsAsync(cancellationToken);
        await sampler.StopAsync();
        var ownEnd = OwnEnd();
        if (ownEnd is null)
            await drill.Bot.TerminateAsync(cancellationToken);
        return new DrillRecord
        {
            Scenario = drill.Scenario,
            World = drill.World,
            StartedAt = drill.Timeline.StartedAt,
            Marks = drill.Marks,
            Ends = drill.Ends,
            Losses = drill.Return.Seen,
            IdentifiesDue = drill.IdentifiesDue,
            AlertCauses = drill.AlertCauses,
            NewGuilds = drill.NewGuilds,
            Joins = drill.Joins,
            Recoveries = drill.Recoveries,
            FirstStart = firstStart,
            ReadyAt = readyAt,
            Samples = sampler.Samples,
            Before = before,
            After = after,
            Calls = people.Calls,
            Unasked = people.Unasked,
            Sent = sent,
            Handled = NumberLedger.Numbers(drill.Bot.Ledger),
            Guilds = guilds,
            Cases = CasesOnDisk.Read(drill.Bot.Database),
            OwnEnd = ownEnd,
            Log = BotLog.Read(drill.Bot.Folder),
        };
    }

    // Until all is delivered, answered and on disk; what is not so after a while never will be.
    private async Task<Comparison> QuietAsync(long sent, CancellationToken cancellationToken)
    {
        var comparison = new WorldComparison(drill.Sandbox);
        var began = drill.Timeline.Now;
        await people.AnsweredAsync(patience, cancellationToken);
        while (true)
        {
            var guilds = await comparison.CompareAsync(drill.Bot.Database, cancellationToken);
            var isLate = drill.Timeline.Now - began > patience || drill.HasEndedByItself;
            if (isLate || (guilds.Differences.Count == 0 && drill.Bot.Handled.Distinct >= sent))
                return guilds;
            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
        }
    }

    private OwnEnd? OwnEnd() => drill.Bot.Process is { HasExited: true } ended
        ? new OwnEnd(sampler.Samples.LastOrDefault(sample => sample.Runs)?.At ?? drill.Timeline.Now, ended.ExitCode)
        : null;
}
