using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Sampling;

namespace Vexera.Host.Drills.Staging;

/// <summary>All that was seen in a drill, for promises and the report.</summary>
internal sealed record DrillRecord
{
    /// <summary>What was done.</summary>
    public required Drill Drill { get; init; }

    /// <summary>From the first start of the bot to all shards ready.</summary>
    public required TimeSpan FirstStart { get; init; }

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

    /// <summary>Guilds that are not on disk as the simulator has them, a line each, the first few.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>The cases on disk, by guild and number.</summary>
    public IReadOnlyList<CaseOnDisk> Cases { get; init; } = [];

    /// <summary>How the bot ended by itself; null when it did not.</summary>
    public required OwnEnd? OwnEnd { get; init; }

    /// <summary>What the bot's log says.</summary>
    public required BotLog Log { get; init; }

    /// <summary>The drill's time.</summary>
    public Timeline Timeline => Drill.Timeline;

    /// <summary>When the message of a number was sent, as far as samples tell.</summary>
    public TimeSpan? SentAt(long number) => Samples.FirstOrDefault(sample => sample.Sent >= number)?.At;
}

/// <summary>An end of the bot's process that nobody asked for.</summary>
/// <param name="At">When it was noticed.</param>
/// <param name="ExitCode">What it ended with.</param>
internal sealed record OwnEnd(TimeSpan At, int ExitCode);
