using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands;

/// <summary>What commands in general say; the wording is in CommandsText.resx.</summary>
internal static class CommandsText
{
    private static readonly TextSet Set = new(typeof(CommandsText));

    public static Text AllowedText(int longest) => Set.With([longest]);

    public static Text AllowedInteger(long minimum, long maximum) => Set.With([minimum, maximum]);

    public static Text AllowedBoolean => Set.Plain();

    public static Text AllowedChoice(string choices) => Set.With([choices]);

    public static Text AllowedUser => Set.Plain();

    public static Text AllowedChannel => Set.Plain();

    public static Text AllowedTextChannel => Set.Plain();

    public static Text AllowedVoiceChannel => Set.Plain();

    public static Text AllowedKeyword(string word) => Set.With([word]);

    public static Text AllowedRole => Set.Plain();

    public static Text AllowedDuration => Set.Plain();

    public static Text ArgumentRefused(string given, string argument, Text allowed, string example) => Set.With([given, argument, allowed, example]);

    public static Text ArgumentFitsNone(string given, Text alternatives) => Set.With([given, alternatives]);

    public static Text Alternative(string argument, Text allowed) => Set.With([argument, allowed]);

    public static Text Alternatives(Text before, Text next) => Set.With([before, next]);

    public static Text NameOfSeveral(string name) => Set.With([name]);

    public static Text ArgumentMissing(string argument, Text allowed, string usage) => Set.With([argument, allowed, usage]);

    public static Text ArgumentTooMany(string word, string usage) => Set.With([word, usage]);

    public static Text GuildOnly(string call) => Set.With([call]);

    public static Text SwitchedOff(string call) => Set.With([call]);

    public static Text OwnerOnly(string call) => Set.With([call]);

    public static Text PermissionMissing(string call, Text permissions) => Set.With([call, permissions]);

    public static Text GuildNotYetKnown => Set.Plain();

    public static Text TargetUnknown(string id) => Set.With([id]);

    public static Text TargetNotMember(string name, string call) => Set.With([name, call]);

    public static Text TargetIsCaller(string call) => Set.With([call]);

    public static Text TargetIsBot(string call) => Set.With([call]);

    public static Text TargetIsOwner(string name, string call) => Set.With([name, call]);

    public static Text TargetNotBelowCaller(string name, string theirs, string callers) => Set.With([name, theirs, callers]);

    public static Text TargetNotBelowBot(string name, string theirs, string bots) => Set.With([name, theirs, bots]);

    public static Text RoleNotForHands(string role) => Set.With([role]);

    public static Text RoleNotBelowCaller(string role, string callers) => Set.With([role, callers]);

    public static Text RoleNotBelowBot(string role, string bots) => Set.With([role, bots]);

    public static Text BotPermissionMissing(string call, Text permissions) => Set.With([call, permissions]);

    public static Text Cooldown(string call, int seconds) => Set.With([call, seconds]);

    public static Text StillWorking(string call) => Set.With([call]);

    public static Text TimedOut(string call, string errorId) => Set.With([call, errorId]);

    public static Text Failed(string call, string errorId) => Set.With([call, errorId]);

    public static Text Greeting(string help) => Set.With([help]);

    public static Text Unknown(string typed, string help) => Set.With([typed, help]);

    public static Text UnknownNear(string typed, string nearest, string help) => Set.With([typed, nearest, help]);

    public static Text GroupEntry(string usage, Text description) => Set.With([usage, description]);

    public static Text GroupEmpty(string group) => Set.With([group]);

    public static Text GroupUnknown(string group, string typed) => Set.With([group, typed]);

    public static Text GroupNear(string group, string typed, string nearest) => Set.With([group, typed, nearest]);

    public static Text UnknownSlash(string typed) => Set.With([typed]);

    public static Text AllowedAttachment => Set.Plain();

    public static Text SwitchedOffHere(string call, string node) => Set.With([call, node]);

    public static Text Nothing => Set.Plain();
}
