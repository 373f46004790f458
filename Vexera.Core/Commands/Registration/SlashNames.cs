using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Registration;

/// <summary>
/// What commands, their arguments and choices are called in Discord's slash menu in other languages; the names are in
/// SlashNames.resx. Only the menu shows them: Discord sends, and the prefix form knows, the English ones.
/// </summary>
internal static class SlashNames
{
    private static readonly TextSet Set = new(typeof(SlashNames));

    /// <summary>The name of a command, in a group its second word; null where the language keeps the English one.</summary>
    public static string? Of(CommandDefinition definition, Language language) => Own($"/{definition.FullName}", language);

    /// <summary>A group's name; null where the language keeps the English one.</summary>
    public static string? Of(CommandGroup group, Language language) => Own($"/{group.Name}", language);

    /// <summary>An argument's name; null where the language keeps the English one.</summary>
    public static string? OfArgument(string name, Language language) => Own(name, language);

    /// <summary>A choice as people see it; null where the language keeps the English one.</summary>
    public static string? OfChoice(string value, Language language) => Own($"={value}", language);

    private static string? Own(string key, Language language) =>
        language == LanguageCatalog.English ? null : Set.Own(key, language);
}
