using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using Vexera.Core.Commands.Languages;

namespace Vexera.Core.Commands.Texts;

/// <summary>
/// One .resx set: English in <c>XText.resx</c>, others in <c>XText.fr.resx</c> and so on. An accessor class beside it has a member
/// for each key, named like the key.
/// </summary>
/// <param name="accessor">The accessor class, whose full name is the resource's name.</param>
internal sealed class TextSet(Type accessor)
{
    private readonly ResourceManager _resources = new(accessor.FullName!, accessor.Assembly);

    /// <summary>A text without placeholders.</summary>
    /// <param name="key">Filled in by the compiler: the calling member's name.</param>
    public Text Plain([CallerMemberName] string key = "") => new(this, key, []);

    /// <summary>A text with placeholders.</summary>
    /// <param name="values">
    /// What stands for {0}, {1} and so on; a <see cref="Text"/> is put into the same language. Instants are given as
    /// <see cref="Durations.Timestamp"/>, which each reader's Discord writes in their language and time zone.
    /// </param>
    /// <param name="key">Filled in by the compiler: the calling member's name.</param>
    public Text With(object[] values, [CallerMemberName] string key = "") => new(this, key, values);

    /// <summary>The wording in a language, or in English where the language lacks it, and the language that it is in.</summary>
    /// <exception cref="MissingManifestResourceException">English lacks it too.</exception>
    public (string Wording, Language Language) Wording(string key, Language language)
    {
        if (Own(key, language) is { } own)
            return (own, language);
        var english = Own(key, LanguageCatalog.English)
            ?? throw new MissingManifestResourceException($"'{key}' is not in {accessor.FullName}.resx.");
        return (english, LanguageCatalog.English);
    }

    /// <summary>The language's own wording; null where it has none.</summary>
    public string? Own(string key, Language language) => language == LanguageCatalog.English
        ? _resources.GetString(key, CultureInfo.InvariantCulture)
        : _resources.GetResourceSet(language.Culture, createIfNotExists: true, tryParents: false)?.GetString(key);
}
