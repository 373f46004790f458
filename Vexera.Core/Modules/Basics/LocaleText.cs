using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Basics;

/// <summary>What the language commands say; the wording is in LocaleText.resx.</summary>
internal static class LocaleText
{
    private static readonly TextSet Set = new(typeof(LocaleText));

    public static Text Description => Set.Plain();

    public static Text Details => Set.Plain();

    public static Text Argument => Set.Plain();

    public static Text Allowed(string none) => Set.With([none]);

    public static Text IsChosen(Language language) => Set.With([LanguageNames.Of(language)]);

    public static Text IsDefault(Language language) => Set.With([LanguageNames.Of(language)]);

    public static Text Changed(Language language) => Set.With([LanguageNames.Of(language)]);

    public static Text Reset(Language language) => Set.With([LanguageNames.Of(language)]);

    public static Text List(string languages) => Set.With([languages]);

    public static Text Unknown(string typed) => Set.With([typed]);

    public static Text UnknownNear(string typed, string nearest) => Set.With([typed, nearest]);

    public static Text UserDescription => Set.Plain();

    public static Text UserDetails => Set.Plain();

    public static Text UserArgument => Set.Plain();

    public static Text UserIsChosen(Language language) => Set.With([LanguageNames.Of(language)]);

    public static Text UserIsNone(Language language) => Set.With([LanguageNames.Of(language)]);

    public static Text UserChanged(Language language) => Set.With([LanguageNames.Of(language)]);

    public static Text UserDisabled => Set.Plain();
}
