using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Texts;

/// <summary>Shows what a person typed so that nothing in it is taken for markdown, a mention or a line of its own.</summary>
internal static class InlineCode
{
    private const int Longest = 60;

    /// <summary>The text between backticks, on one line, at most 60 characters and a … for the rest.</summary>
    public static string Of(string text) => Whole(ShortText.Shorten(text, Longest + 1));

    /// <summary>The text between backticks, on one line, however long.</summary>
    public static string Whole(string text) => $"`{string.Concat(text.Select(Show))}`";

    private static char Show(char c) => c switch
    {
        '`' => 'ˋ',
        _ when char.IsControl(c) || c is '\u2028' or '\u2029' => ' ',
        _ => c,
    };
}
