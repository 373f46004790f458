using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Switches;

/// <summary>What the commands about switches say; the wording is in SwitchesText.resx.</summary>
internal static class SwitchesText
{
    private static readonly TextSet Set = new(typeof(SwitchesText));

    public static Text Category => Set.Plain();

    public static Text ModuleDescription => Set.Plain();

    public static Text CommandDescription => Set.Plain();

    public static Text Details => Set.Plain();

    public static Text ActionArgument => Set.Plain();

    public static Text ModuleArgument => Set.Plain();

    public static Text CommandArgument => Set.Plain();

    public static Text NameNeeded(string example) => Set.With([example]);

    public static Text Unknown(string typed, string list) => Set.With([typed, list]);

    public static Text UnknownNear(string typed, string nearest, string list) => Set.With([typed, nearest, list]);

    public static Text Essential(string name) => Set.With([name]);

    public static Text TurnedOn(string name) => Set.With([name]);

    public static Text TurnedOff(string name, string back) => Set.With([name, back]);

    public static Text OnAlready(string name) => Set.With([name]);

    public static Text OffAlready(string name) => Set.With([name]);

    public static Text ButOffInSettings(string setting) => Set.With([setting]);

    public static Text OffInSettingsToo(string setting) => Set.With([setting]);

    public static Text ButModuleOff(string module) => Set.With([module]);

    public static Text Held => Set.Plain();

    public static Text LineOn(string name) => Set.With([name]);

    public static Text LineOffByOwner(string name, string by, string at) => Set.With([name, by, at]);

    public static Text LineOffInSettings(string name, string setting) => Set.With([name, setting]);

    public static Text LineOffByBoth(string name, string by, string at, string setting) => Set.With([name, by, at, setting]);

    public static Text LineOffWithModule(string name, string module) => Set.With([name, module]);
}
