namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>What happened to a case.</summary>
internal enum CaseChangeKind
{
    /// <summary>It is new.</summary>
    Opened,

    /// <summary>Its reason is another.</summary>
    Edited,

    /// <summary>A ban or mute holds no longer.</summary>
    Closed,

    /// <summary>It is a tombstone now.</summary>
    Deleted,

    /// <summary>The bot may not end or renew a ban or mute; it tries again. Said once for a case.</summary>
    Stuck,
}

/// <summary>Something happened to a case, and is in the database.</summary>
/// <param name="Kind">What.</param>
/// <param name="Case">The case as it is now.</param>
internal sealed record CaseChange(CaseChangeKind Kind, Case Case);

/// <summary>
/// Is told of cases after they are written. A process that is killed between the two tells nobody: who must know of each case
/// looks for those that are missing, at the start.
/// </summary>
internal interface ICaseWatcher
{
    /// <summary>Takes note. Called on the thread that wrote: returns soon, throws nothing, waits for nobody.</summary>
    void OnChange(CaseChange change);
}
