using System.Text.RegularExpressions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Registration;

namespace Vexera.Core.Commands.Definitions;

/// <summary>
/// What Discord asks of names in other languages: they look like names, and two side by side differ in every language, whether a
/// language has its own or keeps the English one.
/// Source: https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming.
/// </summary>
internal static partial class LocalizedNameRules
{
    /// <exception cref="InvalidOperationException">A name is none, or two are the same.</exception>
    /// <param name="definitions">Every command.</param>
    public static void Check(IEnumerable<CommandDefinition> definitions)
    {
        var inMenu = definitions.Where(definition => !definition.OwnerOnly).ToList();
        foreach (var language in LanguageCatalog.All.Where(language => language != LanguageCatalog.English))
        {
            var groups = inMenu.Where(definition => definition.Group is not null).GroupBy(definition => definition.Group!).ToList();
            Check(language, "the menu",
            [
                .. inMenu.Where(definition => definition.Group is null).Select(definition => (definition.Name, SlashNames.Of(definition, language))),
                .. groups.Select(group => (group.Key.Name, SlashNames.Of(group.Key, language))),
            ]);
            foreach (var group in groups)
                Check(language, $"/{group.Key.Name}", group.Select(definition => (definition.Name, SlashNames.Of(definition, language))));
            foreach (var definition in inMenu)
            {
                Check(language, $"/{definition.FullName}",
                    definition.Arguments.Select(argument => (argument.Name, SlashNames.OfArgument(argument.Name, language))));
            }
        }
    }

    /// <summary>Names that stand side by side.</summary>
    /// <param name="language">The language.</param>
    /// <param name="place">Where they stand, for the error.</param>
    /// <param name="names">Each in English, and in the language if it has its own.</param>
    internal static void Check(Language language, string place, IEnumerable<(string English, string? Own)> names)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (english, own) in names)
        {
            if (own is not null && !Name().IsMatch(own))
                throw new InvalidOperationException($"'{own}', which '{english}' is called in {language}, is no valid name: 1 to 32 lower-case letters, digits, -, _ and ' are allowed.");
            if (!taken.TryAdd(own ?? english, english))
                throw new InvalidOperationException($"'{english}' and '{taken[own ?? english]}' in {place} are both called '{own ?? english}' in {language}.");
        }
    }

    [GeneratedRegex(@"^[-_'\p{Ll}\p{Lo}\p{Lm}\p{N}]{1,32}$")]
    private static partial Regex Name();
}
