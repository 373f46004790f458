using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Moderation;

/// <summary>What the moderation says; the wording is in ModerationText.resx.</summary>
internal static class ModerationText
{
    private static readonly TextSet Set = new(typeof(ModerationText));

    public static Text Category => Set.Plain();

    public static Text UserArgument => Set.Plain();

    public static Text TimeArgument => Set.Plain();

    public static Text ReasonArgument => Set.Plain();

    public static Text DaysArgument => Set.Plain();

    public static Text AllowedDays(string words) => Set.With([words]);

    public static Text NumberArgument => Set.Plain();

    public static Text NewReasonArgument => Set.Plain();

    public static Text PageArgument => Set.Plain();

    public static Text WarnDescription => Set.Plain();

    public static Text MuteDescription => Set.Plain();

    public static Text MuteDetails => Set.Plain();

    public static Text UnmuteDescription => Set.Plain();

    public static Text KickDescription => Set.Plain();

    public static Text BanDescription => Set.Plain();

    public static Text BanDetails(string from, string to) => Set.With([from, to]);

    public static Text SoftbanDescription => Set.Plain();

    public static Text UnbanDescription => Set.Plain();

    public static Text VoiceKickDescription => Set.Plain();

    public static Text ReasonDescription => Set.Plain();

    public static Text CaseDescription => Set.Plain();

    public static Text InfractionsDescription => Set.Plain();

    public static Text DeleteCaseDescription => Set.Plain();

    public static Text Warned(string name, long number) => Set.With([name, number]);

    public static Text Muted(string name, long number) => Set.With([name, number]);

    public static Text MutedFor(string name, string end, long number) => Set.With([name, end, number]);

    public static Text Unmuted(string name, long number) => Set.With([name, number]);

    public static Text Kicked(string name, long number) => Set.With([name, number]);

    public static Text Banned(string name, long number) => Set.With([name, number]);

    public static Text BannedFor(string name, string end, long number) => Set.With([name, end, number]);

    public static Text Softbanned(string name, long number) => Set.With([name, number]);

    public static Text Unbanned(string name, long number) => Set.With([name, number]);

    public static Text VoiceKicked(string name, long number) => Set.With([name, number]);

    public static Text WasBanned => Set.Plain();

    public static Text Replaced(long number) => Set.With([number]);

    public static Text Lifted(long number) => Set.With([number]);

    public static Text NotTold => Set.Plain();

    public static Text Found => Set.Plain();

    public static Text Escalates(long number, string period) => Set.With([number, period]);

    public static Text EscalationReason(long number, string period) => Set.With([number, period]);

    public static Text HoldsBan(string name) => Set.With([name]);

    public static Text HoldsBanOf(string name, long number) => Set.With([name, number]);

    public static Text HoldsMuteOf(string name, long number) => Set.With([name, number]);

    public static Text NotBanned(string name) => Set.With([name]);

    public static Text NotMuted(string name) => Set.With([name]);

    public static Text Unsure => Set.Plain();

    public static Text EarlierUnsure(string name) => Set.With([name]);

    public static Text NotWritten => Set.Plain();

    public static Text NoStorage => Set.Plain();

    public static Text NoAnswer => Set.Plain();

    public static Text NotAllowed(string name) => Set.With([name]);

    public static Text NotMember(string name) => Set.With([name]);

    public static Text NoSuchUser => Set.Plain();

    public static Text NotInVoice(string name) => Set.With([name]);

    public static Text TooManyBans => Set.Plain();

    public static Text RateLimited => Set.Plain();

    public static Text RateLimitedUntil(string at) => Set.With([at]);

    public static Text Refused(string detail) => Set.With([detail]);

    public static Text NoticeWarn(string guild) => Set.With([guild]);

    public static Text NoticeMute(string guild) => Set.With([guild]);

    public static Text NoticeMuteFor(string guild, string end) => Set.With([guild, end]);

    public static Text NoticeKick(string guild) => Set.With([guild]);

    public static Text NoticeBan(string guild) => Set.With([guild]);

    public static Text NoticeBanFor(string guild, string end) => Set.With([guild, end]);

    public static Text NoticeReason(string reason) => Set.With([reason]);

    public static Text NoCase(long number) => Set.With([number]);

    public static Text CaseDeleted(long number, string by, string at) => Set.With([number, by, at]);

    public static Text DeletedNow(long number) => Set.With([number]);

    public static Text DeletedHolds => Set.Plain();

    public static Text ReasonChanged(long number, string reason) => Set.With([number, reason]);

    public static Text CaseHeading(long number, Text type, string target, string at) => Set.With([number, type, target, at]);

    public static Text CaseModerator(string name) => Set.With([name]);

    public static Text CaseModeratorUnknown => Set.Plain();

    public static Text CaseReason(string reason) => Set.With([reason]);

    public static Text CaseNoReason => Set.Plain();

    public static Text CaseEnds(string at) => Set.With([at]);

    public static Text CaseEndsNever => Set.Plain();

    public static Text CaseEnded(string at) => Set.With([at]);

    public static Text CaseLifted(string at) => Set.With([at]);

    public static Text CaseLiftedBy(string at, string by) => Set.With([at, by]);

    public static Text CaseReplaced(string at) => Set.With([at]);

    public static Text CaseNotTold => Set.Plain();

    public static Text CaseFoundLater => Set.Plain();

    public static Text CaseEscalated(long number) => Set.With([number]);

    public static Text CaseLine(long number, Text type, string at, string reason) => Set.With([number, type, at, reason]);

    public static Text CaseLineNoReason(long number, Text type, string at) => Set.With([number, type, at]);

    public static Text InfractionsHeading(string name, long page, long pages) => Set.With([name, page, pages]);

    public static Text InfractionsCount(Text type, long count) => Set.With([type, count]);

    public static Text NoInfractions(string name) => Set.With([name]);

    public static Text EscalationGroup => Set.Plain();

    public static Text EscalationAddDescription => Set.Plain();

    public static Text EscalationListDescription => Set.Plain();

    public static Text EscalationRemoveDescription => Set.Plain();

    public static Text WarningsArgument => Set.Plain();

    public static Text PeriodArgument => Set.Plain();

    public static Text EscalationActionArgument => Set.Plain();

    public static Text LastsArgument => Set.Plain();

    public static Text EscalationSet(Text rule) => Set.With([rule]);

    public static Text EscalationRuleForEver(long number, string period, Text action) => Set.With([number, period, action]);

    public static Text EscalationRuleFor(long number, string period, Text action, string lasts) => Set.With([number, period, action, lasts]);

    public static Text EscalationNone => Set.Plain();

    public static Text EscalationRemoved(long number) => Set.With([number]);

    public static Text EscalationNotThere(long number) => Set.With([number]);

    public static Text EscalationKickNoTime => Set.Plain();

    public static Text FileModeration => Set.Plain();

    public static Text FileEscalation => Set.Plain();

    public static Text FileEscalationOnce => Set.Plain();

    public static Text CleanDescription => Set.Plain();

    public static Text CleanDetails => Set.Plain();

    public static Text AmountArgument => Set.Plain();

    public static Text AuthorArgument => Set.Plain();

    public static Text FilterArgument => Set.Plain();

    public static Text ContainsArgument => Set.Plain();

    public static Text ContainsNeeded(string example) => Set.With([example]);

    public static Text Cleaned(long count) => Set.With([count]);

    public static Text CleanedNothing => Set.Plain();

    public static Text CleanPinned(long count) => Set.With([count]);

    public static Text CleanTooOld(long count) => Set.With([count]);

    public static Text CleanStopped(string detail) => Set.With([detail]);

    public static Text CleanLost => Set.Plain();
}
