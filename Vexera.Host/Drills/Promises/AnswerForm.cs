using System.Globalization;
using System.Text.RegularExpressions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;

namespace Vexera.Host.Drills.Promises;

/// <summary>What an answer looks like: one of the bot's own texts, with anything in place of its values.</summary>
internal sealed class AnswerForm
{
    /// <summary>Stands for a value that may be anything on one line.</summary>
    public const string Anything = "\uE000";

    /// <summary>Stands for a value that may be any whole number.</summary>
    public const long AnyNumber = 900_000_000_000_007;

    private readonly Regex _form;

    /// <param name="text">The text, with <see cref="Anything"/> and <see cref="AnyNumber"/> where values go.</param>
    /// <param name="language">In which language; English unless given, which is what people speak in a drill.</param>
    public AnswerForm(Text text, Language? language = null)
    {
        var wording = Regex.Escape(text.In((language ?? LanguageCatalog.English).Culture));
        _form = new Regex(wording
            .Replace(Anything, ".*?", StringComparison.Ordinal)
            .Replace(AnyNumber.ToString(CultureInfo.InvariantCulture), "[0-9]+", StringComparison.Ordinal));
    }

    /// <summary>The same in each of the bot's languages, for what is said to a guild.</summary>
    public static IEnumerable<AnswerForm> InEachLanguage(Text text) => LanguageCatalog.All.Select(language => new AnswerForm(text, language));

    /// <summary>Whether an answer says that, whatever else it says.</summary>
    public bool IsIn(string answer) => _form.IsMatch(answer);
}
