using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Sampling;
using Vexera.Host.Drills.Scenarios;

namespace Vexera.Host.Drills.Staging;

/// <summary>
/// All that was done and seen in a drill, for promises and the report. Data alone: nothing of it runs any more. Moments are counted
/// from the drill's beginning.
/// </summary>
internal sealed record DrillRecord
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>How big the world was.</summary>
    public required SandboxWorldSize World { get; init; }

    /// <summary>When the drill began, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<DrillMark> Marks { get; init; }

    /// <summary>How often the scenario ended the bot.</summary>
    public required IReadOnlyList<BotEnd> Ends { get; init; }

    /// <summary>How often the scenario took connections away.</summary>
    public required IReadOnlyList<ShardLoss> Losses { get; init; }

    /// <summary>IDENTIFYs that the scenario itself caused beside those of the first start.</summary>
    public required int IdentifiesDue { get; init; }

    /// <summary>Causes that an alert was due for.</summary>
    public required IReadOnlyList<AlertCause> AlertCauses { get; init; }

    /// <summary>Guilds that added the bot, by id, and when.</summary>
    public required IReadOnlyDictionary<string, TimeSpan> NewGuilds { get; init; }

    /// <summary>Waves of people who joined a guild.</summary>
    public IReadOnlyList<JoinWave> Joins { get; init; } = [];

    /// <summary>When the resolver became well again.</summary>
    public IReadOnlyList<TimeSpan> Recoveries { get; init; } = [];

    /// <summary>From the first start of the bot's process to all shards ready.</summary>
    public required TimeSpan FirstStart { get; init; }

    /// <summary>When that was: all shards were ready for the first time.</summary>
    public required TimeSpan ReadyAt { get; init; }

    /// <summary>Looks at the bot and the simulator, in order.</summary>
    public required IReadOnlyList<DrillSample> Samples { get; init; }

    /// <summary>What the simulator had counted when the bot was up, before anything happened.</summary>
    public required SandboxStats Before { get; init; }

    /// <summary>What it had counted in the end.</summary>
    public required SandboxStats After { get; init; }

    /// <summary>The calls of commands.</summary>
    public required IReadOnlyList<Call> Calls { get; init; }

    /// <summary>What the bot said unasked.</summary>
    public required IReadOnlyList<BotMessage> Unasked { get; init; }

    /// <summary>The number of the last numbered message.</summary>
    public required long Sent { get; init; }

    /// <summary>The numbers of the messages that handlers have handled, in order.</summary>
    public required IReadOnlyList<long> Handled { get; init; }

    /// <summary>The guilds on disk beside those of the simulator, in the end; null when the bot had ended by itself.</summary>
    public required Comparison? Guilds { get; init; }

    /// <summary>The cases on disk, by guild and number.</summary>
    public IReadOnlyList<CaseOnDisk> Cases { get; init; } = [];

    /// <summary>How the bot ended by itself; null when it did not.</summary>
    public required OwnEnd? OwnEnd { get; init; }

    /// <summary>What the bot's log says.</summary>
    public required BotLog Log { get; init; }

    /// <summary>The last moment that something is known of.</summary>
    public TimeSpan EndedAt => Samples.Count == 0 ? ReadyAt : Samples[^1].At;

    /// <summary>Which moment an instant was.</summary>
    public TimeSpan MomentOf(DateTimeOffset at) => at - StartedAt;

    /// <summary>When the message of a number was sent, as far as samples tell.</summary>
    public TimeSpan? SentAt(long number) => Samples.FirstOrDefault(sample => sample.Sent >= number)?.At;
}

/// <summary>An end of the bot's process that nobody asked for.</summary>
/// <param name="At">When it was last seen to run.</param>
/// <param name="ExitCode">What it ended with.</param>
internal sealed record OwnEnd(TimeSpan At, int ExitCode);

/// <summary>An end of the bot's process that the scenario wanted.</summary>
/// <param name="At">When.</param>
/// <param name="IsKill">Whether it was killed, rather than asked to stop.</param>
/// <param name="Stopping">How long it took to end.</param>
/// <param name="Ready">From the start of the next process to all shards ready.</param>
internal sealed record BotEnd(TimeSpan At, bool IsKill, TimeSpan Stopping, TimeSpan Ready);

/// <summary>People who joined a guild.</summary>
/// <param name="At">When it began.</param>
/// <param name="Count">How many.</param>
/// <param name="Took">How long it took until the last was in.</param>
internal sealed record JoinWave(TimeSpan At, int Count, TimeSpan Took);

/// <summary>Something that an alert is due for.</summary>
/// <param name="Rule">The rule, as in <c>Alerts:Rules</c>.</param>
/// <param name="At">From when on.</param>
internal sealed record AlertCause(string Rule, TimeSpan At);
