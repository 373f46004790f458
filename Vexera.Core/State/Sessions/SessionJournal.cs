namespace Vexera.Core.State.Sessions;

/// <summary>One session of a shard, as far as it was applied.</summary>
/// <param name="id">Discord's id of it.</param>
/// <param name="resumeUrl">Where to resume it, or null for the main address.</param>
/// <param name="after">The last event that was applied before this process.</param>
/// <param name="earlier">What an earlier process has handled beyond it.</param>
internal sealed class SessionJournal(string id, string? resumeUrl, long after, HandledRuns earlier)
{
    /// <summary>Discord's id of it.</summary>
    public string Id { get; } = id;

    /// <summary>Where to resume it, or null for the main address.</summary>
    public string? ResumeUrl { get; set; } = resumeUrl;

    /// <summary>The last event that was let through; later ones have higher numbers. For the loop of the shard.</summary>
    public long Accepted { get; set; } = after;

    /// <summary>What is applied and what is done.</summary>
    public HandledWindow Window { get; } = new(after, earlier);
}
