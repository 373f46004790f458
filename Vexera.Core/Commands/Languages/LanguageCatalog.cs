using System.Globalization;

namespace Vexera.Core.Commands.Languages;

/// <summary>The languages that the bot speaks. A new one is a line here and a .resx file beside each English one.</summary>
internal static class LanguageCatalog
{
    private const string NarrowNoBreakSpace = "\u202f";

    /// <summary>The language of the .resx files without a code, which has every text.</summary>
    public static Language English { get; } = new("en", "English", ",", ".", PluralRule.One, "en-US", "en-GB");

    /// <summary>All of them, English first.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        English,
        new("fr", "Français", NarrowNoBreakSpace, ",", PluralRule.ZeroAndOne, "fr"),
        new("de", "Deutsch", ".", ",", PluralRule.One, "de"),
    ];

    /// <summary>The language with this code, in any case; null when there is none.</summary>
    public static Language? Find(string? code) =>
        All.FirstOrDefault(language => language.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The language that one of Discord's locales stands for; null when the bot does not speak it.</summary>
    public static Language? OfLocale(string? locale) =>
        All.FirstOrDefault(language => language.Locales.Contains(locale, StringComparer.OrdinalIgnoreCase));

    /// <summary>The language of a culture; English for others.</summary>
    public static Language Of(CultureInfo culture) => Find(culture.Name) ?? English;
}
