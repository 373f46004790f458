using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary>Shows cases as people read them.</summary>
internal static class CasePage
{
    /// <summary>Everything about one case; of a tombstone only that.</summary>
    public static IEnumerable<Text> Of(Case one)
    {
        if (one.DeletedAt is { } deletedAt)
        {
            yield return ModerationText.CaseDeleted(one.Number, Mention(one.DeletedBy!.Value), Timestamp.Relative(deletedAt));
            yield break;
        }

        yield return ModerationText.CaseHeading(
            one.Number, CaseTypeNames.Of(one.Type), Who(one.TargetName, one.TargetId), Timestamp.At(one.CreatedAt));
        yield return one.ModeratorId is { } moderator
            ? ModerationText.CaseModerator(Who(one.ModeratorName, moderator))
            : ModerationText.CaseModeratorUnknown;
        yield return one.Reason is { } reason ? ModerationText.CaseReason(reason) : ModerationText.CaseNoReason;
        if (End(one) is { } end)
            yield return end;
        if (one.EscalatedFrom is { } warning)
            yield return ModerationText.CaseEscalated(warning);
        if (one.Notes.HasFlag(CaseNotes.DmClosed))
            yield return ModerationText.CaseNotTold;
        if (one.Notes.HasFlag(CaseNotes.FoundLater))
            yield return ModerationText.CaseFoundLater;
    }

    /// <summary>One line about a case.</summary>
    public static Text Line(Case one)
    {
        var (type, at) = (CaseTypeNames.Of(one.Type), Timestamp.At(one.CreatedAt));
        return one.Reason is { } reason
            ? ModerationText.CaseLine(one.Number, type, at, InlineCode.Of(reason))
            : ModerationText.CaseLineNoReason(one.Number, type, at);
    }

    private static Text? End(Case one) => one switch
    {
        { Type: not (CaseType.Ban or CaseType.Mute) } => null,
        { ClosedAt: { } at, Ending: CaseEnding.Ended } => ModerationText.CaseEnded(Timestamp.Relative(at)),
        { ClosedAt: { } at, Ending: CaseEnding.Replaced } => ModerationText.CaseReplaced(Timestamp.Relative(at)),
        { ClosedAt: { } at, ClosedBy: { } by } => ModerationText.CaseLiftedBy(Timestamp.Relative(at), Mention(by)),
        { ClosedAt: { } at } => ModerationText.CaseLifted(Timestamp.Relative(at)),
        { EndsAt: { } end } => ModerationText.CaseEnds(Timestamp.Relative(end)),
        _ => ModerationText.CaseEndsNever,
    };

    private static string Who(string? name, Snowflake id) => InlineCode.Of($"{name} ({id})");

    private static string Mention(Snowflake id) => $"<@{id}>";
}
