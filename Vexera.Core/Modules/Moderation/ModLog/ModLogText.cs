using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>What is said about the mod log; the wording is in ModLogText.resx.</summary>
internal static class ModLogText
{
    private static readonly TextSet Set = new(typeof(ModLogText));

    public static Text Description => Set.Plain();

    public static Text Details => Set.Plain();

    public static Text ChannelArgument => Set.Plain();

    public static Text DisableArgument => Set.Plain();

    public static Text IsOff(string example) => Set.With([example]);

    public static Text IsIn(string channel) => Set.With([channel]);

    public static Text IsBehind(string channel, Text missing) => Set.With([channel, missing]);

    public static Text On(string channel) => Set.With([channel]);

    public static Text Off => Set.Plain();

    public static Text Shown(string channel) => Set.With([channel]);

    public static Text ShownOff => Set.Plain();

    public static Text NotAllowed(string channel, Text missing) => Set.With([channel, missing]);

    public static Text NotWritten => Set.Plain();

    public static Text ChannelGone(string guild, string command) => Set.With([guild, command]);

    public static Text StuckBan(long number, string name) => Set.With([number, name]);

    public static Text StuckMute(long number, string name) => Set.With([number, name]);
}
