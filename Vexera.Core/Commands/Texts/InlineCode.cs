namespace Vexera.Core.Commands.Texts;

/// <summary>Shows what a person typed so that nothing in it is taken for markdown, a mention or a line of its own.</summary>
internal static class InlineCode
{
    private const int Longest = 60;

    /// <summary>The text between backticks, on one line, cut after 60 characters.</summary>
    public static string Of(string text) =>
        Whole(text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…");

    /// <summary>The text between backticks, on one line, however long.</summary>
    public static string Whole(string text) => $"`{string.Concat(text.Select(Show))}`";

    private static char Show(char c) => c switch
    {
        '`' => 'ˋ',
        _ when char.IsControl(c) || c is '\u2028' or '\u2029' => ' ',
        _ => c,
    };
}
