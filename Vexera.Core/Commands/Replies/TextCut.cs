using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Vexera.Core.Commands.Replies;

/// <summary>A place where a text is cut.</summary>
/// <param name="Length">How much stands before it.</param>
/// <param name="Opening">What opens the code block anew after it; empty outside of one.</param>
internal readonly partial record struct TextCut(int Length, string Opening)
{
    private const string Fence = "```";
    private const int LongestWhole = 400;

    private static readonly SearchValues<char> LanguageCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_#.");

    /// <summary>The best place within the first <paramref name="most"/> characters.</summary>
    /// <param name="text">A text longer than that.</param>
    /// <param name="most">How many characters there is room for.</param>
    /// <param name="opening">What opened the code block that the text begins in; empty when it begins outside.</param>
    public static TextCut Find(ReadOnlySpan<char> text, int most, string opening)
    {
        TextCut anywhere = default, word = default, lineInFence = default, line = default;
        for (var position = 0; position < text.Length;)
        {
            var step = WholeLength(text[position..]);
            if (position + step > most)
                break;
            if (text[position..].StartsWith(Fence, StringComparison.Ordinal))
                opening = opening.Length > 0 ? "" : $"{Fence}{Language(text[(position + Fence.Length)..])}\n";
            var first = text[position];
            position += step;
            anywhere = new TextCut(position, opening);
            if (first == '\n' && opening.Length == 0)
                line = anywhere;
            else if (first == '\n')
                lineInFence = anywhere;
            else if (char.IsWhiteSpace(first))
                word = anywhere;
        }

        var few = most / 4;
        if (line.Length > few)
            return line;
        if (lineInFence.Length > few)
            return lineInFence;
        if (word.Length > few)
            return word;
        return anywhere.Length > 0 ? anywhere : new TextCut(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most, opening);
    }

    // How long the thing is that the text begins with and that must stay whole: a fence, a mention, a link, a visible character.
    private static int WholeLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Fence, StringComparison.Ordinal))
            return Fence.Length;
        if (text[0] is '<' or 'h')
        {
            foreach (var match in MentionOrLink().EnumerateMatches(text[..Math.Min(text.Length, LongestWhole)]))
                return match.Length;
        }

        return StringInfo.GetNextTextElementLength(text);
    }

    private static ReadOnlySpan<char> Language(ReadOnlySpan<char> afterFence)
    {
        const int longest = 20;
        var end = afterFence.IndexOf('\n');
        return end is > 0 and <= longest && !afterFence[..end].ContainsAnyExcept(LanguageCharacters) ? afterFence[..end] : [];
    }

    [GeneratedRegex(
        @"^(?:<(?:@[!&]?|#)\d{1,20}>|<a?:\w{1,32}:\d{1,20}>|<t:-?\d{1,20}(?::\w)?>|</[^<>:]{1,100}:\d{1,20}>|https?://[^\s<>]+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex MentionOrLink();
}
