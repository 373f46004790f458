using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Parsing;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A length of time, such as <c>1w2d</c> or <c>1w 2d</c>.</summary>
internal sealed class DurationArgument : ArgumentType<Duration>
{
    private static readonly string[] CountingEnds = ["st", "nd", "rd", "th", "er", "re", "e", "."];

    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.String;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedDuration;

    /// <inheritdoc/>
    public override string Example => "1w2d";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out Duration value) => Duration.TryParse(text, out value);

    /// <summary>
    /// A word that starts like a number is meant as a length of time, so that a slip is named and not taken for a reason; but not one
    /// that counts, such as <c>2nd</c>.
    /// </summary>
    public override bool Claims(string word) => !Counts(word)
        && (char.IsAsciiDigit(word[0]) || (word.Length > 1 && word[0] is '-' or '+' or '.' && char.IsAsciiDigit(word[1])));

    /// <summary>Takes a first word, and the words after it as long as they are lengths of time themselves.</summary>
    public override string Take(WordReader words)
    {
        var taken = words.Next()!.Value;
        if (taken.Quoted || !Duration.HasTheShape(taken.Value))
            return taken.Value;
        var text = taken.Value;
        while (words.Peek() is { Quoted: false } next && Duration.HasTheShape(next.Value))
        {
            words.Take(next);
            text += " " + next.Value;
        }

        return text;
    }

    private static bool Counts(string word)
    {
        var digits = word.AsSpan().TrimStart("0123456789");
        return digits.Length is > 0 and < 3 && digits.Length < word.Length && CountingEnds.Contains(digits.ToString(), StringComparer.OrdinalIgnoreCase);
    }
}
