using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Basics;

/// <summary>What both language commands say about languages.</summary>
internal static class LanguageAnswers
{
    /// <summary>Which languages there are.</summary>
    public static Text List => LocaleText.List(string.Join(" · ", LanguageCatalog.All.Select(Show)));

    /// <summary>A language with its code.</summary>
    public static string Show(Language language) => $"{InlineCode.Of(language.Code)} {language.Name}";

    /// <summary>That a text names no language, and which one is near.</summary>
    public static IEnumerable<Text> Unknown(string typed)
    {
        var near = EditDistance.Nearest(typed, LanguageCatalog.All.Select(language => (language.Name, language)));
        yield return near is null ? LocaleText.Unknown(InlineCode.Of(typed)) : LocaleText.UnknownNear(InlineCode.Of(typed), Show(near));
        yield return List;
    }
}
