using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Settings;

/// <summary>What the commands about a server's settings say; the wording is in SettingsText.resx.</summary>
internal static class SettingsText
{
    private static readonly TextSet Set = new(typeof(SettingsText));

    public static Text Category => Set.Plain();

    public static Text Group => Set.Plain();

    public static Text ShowDescription => Set.Plain();

    public static Text ExportDescription => Set.Plain();

    public static Text ImportDescription => Set.Plain();

    public static Text ImportDetails => Set.Plain();

    public static Text FileArgument => Set.Plain();

    public static Text EnableDescription => Set.Plain();

    public static Text DisableDescription => Set.Plain();

    public static Text SwitchDetails => Set.Plain();

    public static Text NameArgument => Set.Plain();

    public static Text Exported => Set.Plain();

    public static Text FileTooLarge(int kilobytes) => Set.With([kilobytes]);

    public static Text FileNotRead => Set.Plain();

    public static Text NotImported(int count) => Set.With([count]);

    public static Text Problem(string path, string value, Text allowed) => Set.With([path, value, allowed]);

    public static Text ProblemBecause(string path, string value, Text reason) => Set.With([path, value, reason]);

    public static Text NoStorage => Set.Plain();

    public static Text NothingChanges => Set.Plain();

    public static Text WouldChange => Set.Plain();

    public static Text Question => Set.Plain();

    public static Text Imported => Set.Plain();

    public static Text AllowedJson => Set.Plain();

    public static Text AllowedVersion(int version) => Set.With([version]);

    public static Text AllowedNames(string names) => Set.With([names]);

    public static Text AllowedOnce => Set.Plain();

    public static Text AllowedObject => Set.Plain();

    public static Text AllowedNodes => Set.Plain();

    public static Text AllowedNotEssential => Set.Plain();

    public static Text Line(Text title, Text value) => Set.With([title, value]);

    public static Text LineDefault(Text title, Text value) => Set.With([title, value]);

    public static Text ValueChanges(Text title, Text before, Text after) => Set.With([title, before, after]);

    public static Text Value(string value) => Set.With([value]);

    public static Text None => Set.Plain();

    public static Text Off(string nodes) => Set.With([nodes]);

    public static Text NothingOff => Set.Plain();

    public static Text TurnsOff(string nodes) => Set.With([nodes]);

    public static Text TurnsOn(string nodes) => Set.With([nodes]);

    public static Text TurnedOn(string node) => Set.With([node]);

    public static Text TurnedOff(string node) => Set.With([node]);

    public static Text OnAlready(string node) => Set.With([node]);

    public static Text OffAlready(string node) => Set.With([node]);

    public static Text StillOff(string node, string by) => Set.With([node, by]);

    public static Text Essential(string node) => Set.With([node]);

    public static Text Unknown(string typed) => Set.With([typed]);

    public static Text UnknownNear(string typed, string nearest) => Set.With([typed, nearest]);
}
