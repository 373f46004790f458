using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Arguments;

/// <summary>Reads ids as people give them: a mention, or the bare digits.</summary>
internal static class MentionText
{
    /// <summary>How many digits a number has at least that is taken for an id where it could be something else.</summary>
    public const int ShortestId = 15;

    /// <summary>Reads <c>&lt;@1&gt;</c>, <c>&lt;@!1&gt;</c>, <c>&lt;#1&gt;</c>, <c>&lt;@&amp;1&gt;</c> (as <paramref name="openings"/> say) or <c>1</c>.</summary>
    public static bool TryParse(string text, ReadOnlySpan<string> openings, out Snowflake id)
    {
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal) && text.EndsWith('>')
                && Snowflake.TryParse(text.AsSpan(opening.Length, text.Length - opening.Length - 1), null, out id))
                return !id.IsNone;
        }

        return Snowflake.TryParse(text, null, out id) && !id.IsNone;
    }

    /// <summary>Whether a word is shaped like a mention or an id, valid or not.</summary>
    public static bool LooksLikeOne(string word, char sign) =>
        (word.Length > 1 && word[0] == '<' && word[1] == sign) || (word.Length >= ShortestId && word.All(char.IsAsciiDigit));
}
