using Vexera.Core.Commands.Languages;

namespace Vexera.Core.Commands.Texts;

/// <summary>
/// Languages as a sentence in another, or in the same, calls them: <c>French</c>, <c>français</c>, <c>Französisch</c>. In lists to
/// choose from a language has the name that it gives itself, <see cref="Language.Name"/>.
/// </summary>
internal static class LanguageNames
{
    private static readonly TextSet Set = new(typeof(LanguageNames));

    /// <summary>The name within a sentence.</summary>
    public static Text Of(Language language) => Set.Plain(language.Code);
}
