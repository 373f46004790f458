using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Permissions;

/// <summary>What the commands about permissions say; the wording is in PermissionsText.resx.</summary>
internal static class PermissionsText
{
    private static readonly TextSet Set = new(typeof(PermissionsText));

    public static Text Category => Set.Plain();

    public static Text Group => Set.Plain();

    public static Text AddDescription => Set.Plain();

    public static Text DenyDescription => Set.Plain();

    public static Text RemoveDescription => Set.Plain();

    public static Text ListDescription => Set.Plain();

    public static Text ClearDescription => Set.Plain();

    public static Text NodesDescription => Set.Plain();

    public static Text ExplainDescription => Set.Plain();

    public static Text ChangeDetails => Set.Plain();

    public static Text TargetArgument => Set.Plain();

    public static Text NodeArgument => Set.Plain();

    public static Text UserArgument => Set.Plain();

    public static Text CommandArgument => Set.Plain();

    public static Text AllowedSubject => Set.Plain();

    public static Text Everyone => Set.Plain();

    public static Text Mention(string mention) => Set.With([mention]);

    public static Text DeletedRole(string id) => Set.With([id]);

    public static Text LeftUser(string mention, string id) => Set.With([mention, id]);

    public static Text Allowed(string node, Text subject) => Set.With([node, subject]);

    public static Text Denied(string node, Text subject) => Set.With([node, subject]);

    public static Text Removed(string node, Text subject) => Set.With([node, subject]);

    public static Text Cleared(Text subject) => Set.With([subject]);

    public static Text AlreadyAllowed(string node, Text subject) => Set.With([node, subject]);

    public static Text AlreadyDenied(string node, Text subject) => Set.With([node, subject]);

    public static Text NothingToRemove(string node, Text subject, string list) => Set.With([node, subject, list]);

    public static Text NothingToClear(Text subject) => Set.With([subject]);

    public static Text IncludesYou => Set.Plain();

    public static Text Held => Set.Plain();

    public static Text Unavailable => Set.Plain();

    public static Text Unreadable => Set.Plain();

    public static Text UnknownNode(string typed, string nodes) => Set.With([typed, nodes]);

    public static Text UnknownNodeNear(string typed, string nearest, string nodes) => Set.With([typed, nearest, nodes]);

    public static Text NotYours(string commands) => Set.With([commands]);

    public static Text NotYoursMore(string commands, int more) => Set.With([commands, more]);

    public static Text LockedOut => Set.Plain();

    public static Text RoleAbove(string role, string own) => Set.With([role, own]);

    public static Text UserAbove(string user) => Set.With([user]);

    public static Text OwnerNeedsNone(string user) => Set.With([user]);

    public static Text RoleGone(string id, string clear) => Set.With([id, clear]);

    public static Text UserUnknown(string id) => Set.With([id]);

    public static Text TooMany(int most) => Set.With([most]);

    public static Text FileRules => Set.Plain();

    public static Text FileSubject => Set.Plain();

    public static Text FileEffect => Set.Plain();

    public static Text FileRuleOnce => Set.Plain();

    public static Text FileMost(int most) => Set.With([most]);

    public static Text PartCount(int count) => Set.With([count]);

    public static Text PartMore(int count) => Set.With([count]);

    public static Text ListEmpty => Set.Plain();

    public static Text ListHeading(int count) => Set.With([count]);

    public static Text ListAllowed(Text subject, string nodes) => Set.With([subject, nodes]);

    public static Text ListDenied(Text subject, string nodes) => Set.With([subject, nodes]);

    public static Text ListBoth(Text subject, string allowed, string denied) => Set.With([subject, allowed, denied]);

    public static Text ListGone(string clear) => Set.With([clear]);

    public static Text ListOf(Text subject) => Set.With([subject]);

    public static Text RuleAllowed(string node, string by, string at) => Set.With([node, by, at]);

    public static Text RuleDenied(string node, string by, string at) => Set.With([node, by, at]);

    public static Text NodesHeading => Set.Plain();

    public static Text NodesChapter(Text title, string node) => Set.With([title, node]);

    public static Text NodesGroup(string node, Text description) => Set.With([node, description]);

    public static Text NodesEntry(string node) => Set.With([node]);

    public static Text NodesEntryWith(string node, Text permissions) => Set.With([node, permissions]);

    public static Text UnknownCommand(string typed) => Set.With([typed]);

    public static Text UnknownCommandNear(string typed, string nearest) => Set.With([typed, nearest]);

    public static Text ExplainNotHere(string user) => Set.With([user]);

    public static Text ExplainMay(string user, string command) => Set.With([user, command]);

    public static Text ExplainMayNot(string user, string command) => Set.With([user, command]);

    public static Text ExplainBotOwner(string user, string command) => Set.With([user, command]);

    public static Text ExplainNotBotOwner(string user, string command) => Set.With([user, command]);

    public static Text BecauseOwner => Set.Plain();

    public static Text BecauseNothing(string node) => Set.With([node]);

    public static Text BecauseHeld(string node, Text permissions) => Set.With([node, permissions]);

    public static Text BecauseMissing(string node, Text permissions) => Set.With([node, permissions]);

    public static Text BecauseAllowed(string node, Text subject, string by, string at, Text why) => Set.With([node, subject, by, at, why]);

    public static Text BecauseDenied(string node, Text subject, string by, string at, Text why) => Set.With([node, subject, by, at, why]);

    public static Text TierUser => Set.Plain();

    public static Text TierRole => Set.Plain();

    public static Text TierEveryone => Set.Plain();
}
