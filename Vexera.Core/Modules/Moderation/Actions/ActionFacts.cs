using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;

namespace Vexera.Core.Modules.Moderation.Actions;

/// <summary>What is known of a target when something is to be done to it.</summary>
/// <param name="Holds">The ban or mute that the action is about, as the bot has it; null for none.</param>
/// <param name="IsBanned">Whether Discord has a ban; only looked up for actions about bans.</param>
internal sealed record ActionFacts(Punishment? Holds, bool IsBanned);

/// <summary>How to go about it.</summary>
internal enum ActionWay
{
    /// <summary>Discord is to be asked.</summary>
    AskDiscord,

    /// <summary>Discord is as it should be; the case is written.</summary>
    RecordOnly,

    /// <summary>It holds already, just so.</summary>
    HoldsAlready,

    /// <summary>There is nothing to lift.</summary>
    NothingToLift,
}

/// <summary>Decides, from what is asked for and what is known, how to go about it. No I/O, no clock of its own.</summary>
internal static class ActionDecision
{
    /// <summary>The way.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="now">The time.</param>
    public static ActionWay Of(ActionRequest request, ActionFacts facts, DateTimeOffset now) => request.Type switch
    {
        CaseType.Ban when facts.IsBanned => Holds(request, facts) ? ActionWay.HoldsAlready : ActionWay.RecordOnly,
        CaseType.Softban when facts.IsBanned => ActionWay.HoldsAlready,
        CaseType.Unban when !facts.IsBanned => ActionWay.NothingToLift,
        CaseType.Mute when facts.Holds is not null && Holds(request, facts) => ActionWay.HoldsAlready,
        CaseType.Unmute when !request.Target.IsMember => facts.Holds is null ? ActionWay.NothingToLift : ActionWay.RecordOnly,
        CaseType.Unmute when facts.Holds is null && !(request.Target.TimedOutUntil > now) => ActionWay.NothingToLift,
        CaseType.Warn => ActionWay.RecordOnly,
        _ => ActionWay.AskDiscord,
    };

    /// <summary>Whether the target is told before it is done: bots and people elsewhere cannot be.</summary>
    public static bool Tells(ActionRequest request) =>
        request.Target is { IsMember: true, IsBot: false }
        && request.Type is CaseType.Warn or CaseType.Mute or CaseType.Kick or CaseType.Ban or CaseType.Softban;

    // For ever, on top of for ever. A ban that the bot has no case of is for ever.
    private static bool Holds(ActionRequest request, ActionFacts facts) => request.EndsAt is null && facts.Holds?.EndsAt is null;
}
