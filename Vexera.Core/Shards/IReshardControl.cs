namespace Vexera.Core.Shards;

/// <summary>Changes the number of shards while the bot works.</summary>
internal interface IReshardControl
{
    /// <summary>How far the reshard at work is, or null when none is.</summary>
    ReshardProgress? Progress { get; }

    /// <summary>
    /// Asks Discord for the limits and begins a reshard if it may be. It goes on by itself; when it is given up, the fleet that ran
    /// before is untouched.
    /// </summary>
    /// <param name="count">How many shards the bot shall have, 1 to 16000; null for Discord's recommendation.</param>
    /// <param name="cancellationToken">Ends the question to Discord, not the reshard.</param>
    Task<ReshardAnswer> TryReshardAsync(int? count, CancellationToken cancellationToken);
}

/// <summary>Why a reshard may not begin.</summary>
internal enum ReshardRefusal
{
    /// <summary>The fleet has not started, or not all its shards are ready.</summary>
    NotReady,

    /// <summary>This process runs a part of the shards.</summary>
    RunsAPart,

    /// <summary>A reshard is at work, or the end of one.</summary>
    ReshardAtWork,

    /// <summary>A rolling reconnect is at work.</summary>
    ReconnectAtWork,

    /// <summary>The fleet has that many shards already.</summary>
    SameCount,

    /// <summary>The day's budget of IDENTIFYs has not enough left.</summary>
    BudgetLow,

    /// <summary>Discord cannot be asked for its limits.</summary>
    Unreachable,
}

/// <summary>What became of a request to reshard.</summary>
/// <param name="Refusal">Why it may not begin, or null when it has begun.</param>
/// <param name="From">How many shards the bot has; 0 before that is known.</param>
/// <param name="To">How many it shall have; 0 before that is known.</param>
/// <param name="Available">How many IDENTIFYs may be sent today, the reserve left out.</param>
/// <param name="Running">What comes of it; null when it has not begun.</param>
internal sealed record ReshardAnswer(ReshardRefusal? Refusal, int From, int To, int Available = 0, Task<ReshardReport>? Running = null);

/// <summary>Where a reshard stands.</summary>
internal enum ReshardStage
{
    /// <summary>The new fleet's shards identify.</summary>
    Identifying,

    /// <summary>Both fleets run; it is waited until their streams are alike.</summary>
    Comparing,

    /// <summary>The new fleet has taken over; the old one is closed.</summary>
    Closing,
}

/// <summary>How far a reshard is.</summary>
/// <param name="From">How many shards the bot had.</param>
/// <param name="To">How many it shall have.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Ready">How many shards of the new fleet are ready.</param>
/// <param name="Awaited">How many guilds the new fleet has not received yet, those in an outage included.</param>
internal sealed record ReshardProgress(int From, int To, ReshardStage Stage, int Ready, int Awaited);

/// <summary>How a reshard ended.</summary>
internal enum ReshardEnd
{
    /// <summary>The new fleet has taken over.</summary>
    TakenOver,

    /// <summary>Given up: Discord refused a shard of the new fleet for good.</summary>
    Refused,

    /// <summary>Given up: a session of the new fleet ended.</summary>
    SessionLost,

    /// <summary>Given up: shards wait for the day's budget of IDENTIFYs.</summary>
    BudgetLow,

    /// <summary>Given up: it took too long.</summary>
    TookTooLong,

    /// <summary>Given up: the process stops.</summary>
    Stopped,
}

/// <summary>What came of a reshard.</summary>
/// <param name="From">How many shards the bot had.</param>
/// <param name="To">How many it was to have.</param>
/// <param name="End">How it ended; the bot has <paramref name="To"/> shards when it was taken over, else <paramref name="From"/>.</param>
/// <param name="Detail">What is known about the end, for operators, in English; null when there is nothing to say.</param>
internal sealed record ReshardReport(int From, int To, ReshardEnd End, string? Detail);
