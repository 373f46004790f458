using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;

namespace Vexera.Core.Modules.Moderation.Actions;

/// <summary>What came of it.</summary>
internal enum ActionResult
{
    /// <summary>It is done, and a case.</summary>
    Done,

    /// <summary>It held already; its end is another now, and that is a case.</summary>
    Changed,

    /// <summary>It holds already, just so: nothing was done.</summary>
    HoldsAlready,

    /// <summary>There is nothing to lift: nothing was done.</summary>
    NothingToLift,

    /// <summary>Discord, or the bot itself, would not: nothing was done.</summary>
    Refused,

    /// <summary>Discord did not say whether it did it. The bot looks again, and writes the case if so.</summary>
    Unsure,

    /// <summary>The same, of something before this on the same target: this was not begun.</summary>
    EarlierUnsure,

    /// <summary>Discord did it, and the database does not take the case now. The bot writes it when it can.</summary>
    NotWritten,
}

/// <summary>What came of it, and with what.</summary>
/// <param name="Result">What.</param>
internal sealed record ActionOutcome(ActionResult Result)
{
    /// <summary>The case, where there is one.</summary>
    public CaseRecord? Record { get; init; }

    /// <summary>The ban or mute that holds already; null when the bot has no case of it.</summary>
    public Punishment? Holds { get; init; }

    /// <summary>Why not.</summary>
    public DiscordProblem? Problem { get; init; }
}
