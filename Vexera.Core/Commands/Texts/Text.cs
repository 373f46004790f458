using System.Globalization;
using Vexera.Core.Commands.Languages;

namespace Vexera.Core.Commands.Texts;

/// <summary>Something to say, not yet put into a language.</summary>
/// <param name="set">Where the wording is.</param>
/// <param name="key">Which wording.</param>
/// <param name="values">What stands for its placeholders.</param>
internal sealed class Text(TextSet set, string key, object[] values)
{
    /// <summary>The text in a language, with numbers and plural forms its way; in English where the language lacks it.</summary>
    public string In(CultureInfo culture)
    {
        var (wording, language) = set.Wording(key, LanguageCatalog.Of(culture));
        if (values.Length == 0)
            return wording;
        var shown = Array.ConvertAll(values, value => value is Text text ? text.In(culture) : value);
        return string.Format(language.Format, wording, shown);
    }

    /// <summary>The key, for logs and debuggers.</summary>
    public override string ToString() => key;
}
