namespace Vexera.Core.Scheduling;

/// <summary>Work that was handed out.</summary>
/// <param name="Work">What is due.</param>
/// <param name="Claim">The number under which it was handed out, once in a process: what is scheduled anew meanwhile has none.</param>
/// <param name="Attempt">1, 2, 3…</param>
/// <param name="NextAt">When it was to be handed out.</param>
internal sealed record ClaimedWork(DueWork Work, long Claim, int Attempt, DateTimeOffset NextAt);

/// <summary>How an attempt ended, to be written.</summary>
/// <param name="Claimed">The attempt.</param>
/// <param name="End">What is to be written.</param>
/// <param name="NextAt">For <see cref="WorkEnd.Retry"/>, when.</param>
internal sealed record EndedWork(ClaimedWork Claimed, WorkEnd End, DateTimeOffset NextAt = default);

/// <summary>What becomes of a row.</summary>
internal enum WorkEnd
{
    /// <summary>It is deleted.</summary>
    Over,

    /// <summary>It waits for its next attempt.</summary>
    Retry,

    /// <summary>It waits as if it had not been handed out: the bot stops.</summary>
    Returned,
}
