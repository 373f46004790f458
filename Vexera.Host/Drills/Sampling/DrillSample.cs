using Vexera.Host.Control.Status;
using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Sampling;

/// <summary>The bot and the simulator at one moment. What the bot could not tell, because it does not run or is at its start, is null.</summary>
/// <param name="At">When, from the drill's beginning.</param>
/// <param name="Sandbox">What the simulator counted.</param>
/// <param name="Sent">The number of the last numbered message.</param>
internal sealed record DrillSample(TimeSpan At, SandboxStats Sandbox, long Sent)
{
    /// <summary>Whether the bot's process runs.</summary>
    public bool Runs { get; init; }

    /// <summary>What the bot says of itself.</summary>
    public StatusReport? Status { get; init; }

    /// <summary>Dispatches received from Discord since the bot's process began.</summary>
    public double? Received { get; init; }

    /// <summary>Dispatches received a second since the sample before.</summary>
    public double? EventsPerSecond { get; init; }

    /// <summary>Processor time since the bot's process began.</summary>
    public TimeSpan? Cpu { get; init; }

    /// <summary>Processor time used since the sample before, in cores.</summary>
    public double? Cores { get; init; }

    /// <summary>Memory of the bot's process, in MB of 1,048,576 bytes.</summary>
    public double? Megabytes { get; init; }
}

/// <summary>Something that a scenario did.</summary>
/// <param name="At">When it really was, from the drill's beginning.</param>
/// <param name="Time">When it was by the scenario's clock, such as <c>14:06</c>.</param>
/// <param name="Text">What, for people.</param>
internal sealed record DrillMark(TimeSpan At, string Time, string Text);
