using System.Globalization;
using System.Text.RegularExpressions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;

namespace Vexera.Host.Drills.Promises;

/// <summary>What an answer looks like: one of the bot's own texts, in English, with anything in place of its values.</summary>
internal sealed class AnswerForm
{
    /// <summary>Stands for a value that may be anything on one line.</summary>
    public const string Anything = "\uE000";

    /// <summary>Stands for a value that may be any whole number.</summary>
    public const long AnyNumber = 900_000_000_000_007;

    private readonly Regex _form;

    /// <param name="text">The text, with <see cref="Anything"/> and <see cref="AnyNumber"/> where values go.</param>
    public AnswerForm(Text text)
    {
        var wording = Regex.Escape(text.In(LanguageCatalog.English.Culture));
        _form = new Regex(wording
            .Replace(Anything, ".*?", StringComparison.Ordinal)
            .Replace(AnyNumber.ToString(CultureInfo.InvariantCulture), "[0-9]+", StringComparison.Ordinal));
    }

    /// <summary>Whether an answer says that, whatever else it says.</summary>
    public bool IsIn(string answer) => _form.IsMatch(answer);
}
