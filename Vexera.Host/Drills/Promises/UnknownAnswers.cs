using Vexera.Core.Commands;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Modules.Moderation;
using Vexera.Core.Modules.Moderation.ModLog;
using Vexera.Core.Modules.Permissions;

namespace Vexera.Host.Drills.Promises;

/// <summary>
/// What the bot says when it does not find a channel, a role or a member, or does not know the guild: then people seem to lack
/// permissions as well, and so does the bot. In a drill all of them are there, and have what they need.
/// </summary>
internal static class UnknownAnswers
{
    private const string Anything = AnswerForm.Anything;

    // Discord's own words, which an answer may quote.
    private static readonly string[] Discords = ["Unknown Channel", "Unknown Guild", "Unknown Member", "Unknown Role", "Unknown User"];

    private static readonly Text[] NeedsOne =
    [
        CommandsText.AllowedUser, CommandsText.AllowedChannel, CommandsText.AllowedTextChannel, CommandsText.AllowedVoiceChannel,
        CommandsText.AllowedRole, PermissionsText.AllowedSubject,
    ];

    private static readonly AnswerForm[] Forms = [.. Texts.Select(text => new AnswerForm(text))];

    /// <summary>Whether an answer is one of them.</summary>
    public static bool Tells(string answer) =>
        Discords.Any(words => answer.Contains(words, StringComparison.OrdinalIgnoreCase)) || Array.Exists(Forms, form => form.IsIn(answer));

    private static IEnumerable<Text> Texts =>
    [
        .. NeedsOne.Select(allowed => CommandsText.ArgumentRefused(Anything, Anything, allowed, Anything)),
        CommandsText.ArgumentFitsNone(Anything, AnyText),
        CommandsText.GuildNotYetKnown,
        CommandsText.TargetUnknown(Anything),
        CommandsText.TargetNotMember(Anything, Anything),
        CommandsText.PermissionMissing(Anything, AnyText),
        CommandsText.BotPermissionMissing(Anything, AnyText),
        ModerationText.NotMember(Anything),
        ModerationText.NoSuchUser,
        ModLogText.NotAllowed(Anything, AnyText),
        ModLogText.IsBehind(Anything, AnyText),
        ModLogText.ChannelGone(Anything, Anything),
        PermissionsText.DeletedRole(Anything),
        PermissionsText.LeftUser(Anything, Anything),
        PermissionsText.RoleGone(Anything, Anything),
        PermissionsText.UserUnknown(Anything),
        PermissionsText.ExplainNotHere(Anything),
    ];

    private static Text AnyText => PermissionsText.Mention(Anything);
}
