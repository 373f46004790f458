using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Registration;

/// <summary>
/// Names and descriptions by Discord's locale codes, English left out: it is what Discord shows everybody else.
/// Source: https://discord.com/developers/docs/interactions/application-commands#localization.
/// </summary>
internal static class Localizations
{
    /// <summary>Names; null when no language has one of its own.</summary>
    /// <param name="nameIn">The name in a language, or null.</param>
    public static IReadOnlyDictionary<string, string>? OfName(Func<Language, string?> nameIn)
    {
        var names = Others
            .SelectMany(language => language.Locales.Select(locale => (locale, name: nameIn(language))))
            .Where(entry => entry.name is not null)
            .ToDictionary(entry => entry.locale, entry => entry.name!, StringComparer.Ordinal);
        return names.Count == 0 ? null : names;
    }

    /// <summary>A description.</summary>
    public static IReadOnlyDictionary<string, string> Of(Text text) => Others
        .SelectMany(language => language.Locales.Select(locale => (locale, wording: text.In(language.Culture))))
        .ToDictionary(entry => entry.locale, entry => entry.wording, StringComparer.Ordinal);

    private static IEnumerable<Language> Others => LanguageCatalog.All.Where(language => language != LanguageCatalog.English);
}
