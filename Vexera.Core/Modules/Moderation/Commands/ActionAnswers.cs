using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary>Says what came of an action, exactly.</summary>
internal static class ActionAnswers
{
    /// <summary>The lines of the answer.</summary>
    /// <param name="type">What was to be done.</param>
    /// <param name="targetName">To whom.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="now">The time, for waits.</param>
    public static IEnumerable<Text> Of(CaseType type, string targetName, ActionOutcome outcome, DateTimeOffset now)
    {
        var name = InlineCode.Of(targetName);
        return outcome.Result switch
        {
            ActionResult.Done or ActionResult.Changed => Done(name, outcome),
            ActionResult.HoldsAlready => [Holds(type, name, outcome)],
            ActionResult.NothingToLift => [type == CaseType.Unban ? ModerationText.NotBanned(name) : ModerationText.NotMuted(name)],
            ActionResult.Unsure => [ModerationText.Unsure],
            ActionResult.EarlierUnsure => [ModerationText.EarlierUnsure(name)],
            ActionResult.NotWritten => [ModerationText.NotWritten],
            _ => [Problem(name, outcome.Problem!, now)],
        };
    }

    private static IEnumerable<Text> Done(string name, ActionOutcome outcome)
    {
        var (written, closed) = (outcome.Record!.Case, outcome.Record.Closed);
        yield return What(written, name);
        if (outcome.Result == ActionResult.Changed)
            yield return ModerationText.WasBanned;
        if (closed?.Ending == CaseEnding.Replaced)
            yield return ModerationText.Replaced(closed.Number);
        if (closed?.Ending == CaseEnding.Lifted)
            yield return ModerationText.Lifted(closed.Number);
        if (written.Notes.HasFlag(CaseNotes.DmClosed))
            yield return ModerationText.NotTold;
        if (written.Notes.HasFlag(CaseNotes.FoundLater))
            yield return ModerationText.Found;
    }

    private static Text What(Case written, string name) => written switch
    {
        { Type: CaseType.Warn } => ModerationText.Warned(name, written.Number),
        { Type: CaseType.Mute, EndsAt: { } end } => ModerationText.MutedFor(name, Timestamp.Relative(end), written.Number),
        { Type: CaseType.Mute } => ModerationText.Muted(name, written.Number),
        { Type: CaseType.Unmute } => ModerationText.Unmuted(name, written.Number),
        { Type: CaseType.Kick } => ModerationText.Kicked(name, written.Number),
        { Type: CaseType.Ban, EndsAt: { } end } => ModerationText.BannedFor(name, Timestamp.Relative(end), written.Number),
        { Type: CaseType.Ban } => ModerationText.Banned(name, written.Number),
        { Type: CaseType.Softban } => ModerationText.Softbanned(name, written.Number),
        { Type: CaseType.Unban } => ModerationText.Unbanned(name, written.Number),
        _ => ModerationText.VoiceKicked(name, written.Number),
    };

    private static Text Holds(CaseType type, string name, ActionOutcome outcome) => (type, outcome.Holds) switch
    {
        (CaseType.Mute, { } mute) => ModerationText.HoldsMuteOf(name, mute.CaseNumber),
        (_, { } ban) => ModerationText.HoldsBanOf(name, ban.CaseNumber),
        _ => ModerationText.HoldsBan(name),
    };

    private static Text Problem(string name, DiscordProblem problem, DateTimeOffset now) => problem.Kind switch
    {
        DiscordProblemKind.NotAllowed => ModerationText.NotAllowed(name),
        DiscordProblemKind.NotMember => ModerationText.NotMember(name),
        DiscordProblemKind.NoSuchUser => ModerationText.NoSuchUser,
        DiscordProblemKind.NotBanned => ModerationText.NotBanned(name),
        DiscordProblemKind.NotInVoice => ModerationText.NotInVoice(name),
        DiscordProblemKind.TooManyBans => ModerationText.TooManyBans,
        DiscordProblemKind.RateLimited when problem.RetryAfter is { } wait => ModerationText.RateLimitedUntil(Timestamp.Relative(now + wait)),
        DiscordProblemKind.RateLimited => ModerationText.RateLimited,
        DiscordProblemKind.NoAnswer => ModerationText.NoAnswer,
        _ => ModerationText.Refused(InlineCode.Of(problem.Detail)),
    };
}
