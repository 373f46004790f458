namespace Vexera.Core.Discord;

/// <summary>Texts cut to a length, counted as Discord counts in UTF-16 units, and never within a surrogate pair.</summary>
internal static class ShortText
{
    private const string Mark = "…";

    /// <summary>The text, or as much of its beginning as fits.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The most characters, at least 1.</param>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The text, or as much of its beginning as fits with … behind it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The most characters, the … among them, at least 2.</param>
    public static string Shorten(string text, int most) => text.Length <= most ? text : Cut(text, most - Mark.Length) + Mark;
}
