using Vexera.Core.Commands;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Modules.Moderation;
using Vexera.Core.Modules.Moderation.ModLog;
using Vexera.Core.Modules.Permissions;
using Vexera.Host.Drills.Promises;

namespace Vexera.Tests.Host.Drills.Promises;

/// <summary>What the bot says when it finds no channel, role or member, in its own words.</summary>
public sealed class UnknownAnswersTests
{
    private static readonly Text Permission = PermissionsText.Mention("**Send Messages**");

    private static readonly Text[] Unknown =
    [
        CommandsText.ArgumentRefused("`<#20>`", "channel", CommandsText.AllowedTextChannel, "`#general`"),
        CommandsText.ArgumentRefused("`pip`", "user", CommandsText.AllowedUser, "`@Vexera`"),
        CommandsText.ArgumentRefused("`<@&3>`", "target", PermissionsText.AllowedSubject, "`@Moderators`"),
        CommandsText.ArgumentFitsNone(
            "`<#20>`",
            CommandsText.Alternatives(
                CommandsText.Alternative("channel", CommandsText.AllowedTextChannel),
                CommandsText.Alternative("disable", CommandsText.AllowedKeyword("`disable`")))),
        CommandsText.GuildNotYetKnown,
        CommandsText.TargetUnknown("`30`"),
        CommandsText.TargetNotMember("`Pip`", "+warn"),
        CommandsText.PermissionMissing("+warn", Permission),
        CommandsText.BotPermissionMissing("+ban", Permission),
        ModerationText.NotMember("`Pip`"),
        ModerationText.NoSuchUser,
        ModerationText.Refused("`Unknown Channel`"),
        ModerationText.Refused("`10007 Unknown Member`"),
        ModLogText.NotAllowed("<#20>", Permission),
        ModLogText.IsBehind("<#20>", Permission),
        ModLogText.ChannelGone("Harbour", "`+modlog`"),
        PermissionsText.ListOf(PermissionsText.DeletedRole("3")),
        PermissionsText.LeftUser("<@30>", "30"),
        PermissionsText.RoleGone("3", "`+perms clear`"),
        PermissionsText.UserUnknown("30"),
        PermissionsText.ExplainNotHere("<@30>"),
    ];

    private static readonly Text[] Known =
    [
        CommandsText.ArgumentRefused("`many`", "page", CommandsText.AllowedInteger(1, 100), "`1`"),
        CommandsText.StillWorking("+warn"),
        CommandsText.Unknown("`+wran`", "`+help`"),
        CommandsText.Failed("+warn", "A1B2"),
        CommandsText.Cooldown("+health", 2),
        ModerationText.Warned("`Pip`", 12),
        ModerationText.NoInfractions("<@30>"),
        ModerationText.NoCase(1),
        ModerationText.NoticeReason("what he said is unknown to me"),
        ModLogText.On("<#20>"),
        ModLogText.IsIn("<#20>"),
        PermissionsText.ExplainMay("<@30>", "`+ping`"),
        PermissionsText.NothingToClear(PermissionsText.Mention("<@&3>")),
    ];

    public static TheoryData<string> UnknownAnswersOfTheBot => [.. Unknown.Select(English)];

    public static TheoryData<string> OtherAnswers => [.. Known.Select(English)];

    [Theory]
    [MemberData(nameof(UnknownAnswersOfTheBot))]
    public void Tells_SomethingNotFound_IsTrue(string answer) => UnknownAnswers.Tells($"First line.\n{answer}").ShouldBeTrue();

    [Theory]
    [MemberData(nameof(OtherAnswers))]
    public void Tells_AnythingElse_IsFalse(string answer) => UnknownAnswers.Tells($"First line.\n{answer}\nLast line.").ShouldBeFalse();

    private static string English(Text text) => text.In(LanguageCatalog.English.Culture);
}
