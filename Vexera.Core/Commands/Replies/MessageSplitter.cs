namespace Vexera.Core.Commands.Replies;

/// <summary>
/// Cuts a long text into messages: between lines where it can, else between words, else between characters as people see them;
/// never within a mention, emoji or link. A code block that is too long is closed and opened again.
/// </summary>
internal static class MessageSplitter
{
    /// <summary>The most characters Discord takes in one message.</summary>
    public const int Limit = 2000;

    private const string Closing = "\n```";

    /// <summary>The messages, each of 1 to <paramref name="limit"/> characters; none for a text of white space.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">The most characters of one message, at least 200.</param>
    public static IReadOnlyList<string> Split(string text, int limit = Limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 200);
        var parts = new List<string>();
        var rest = text.AsSpan().Trim();
        var opening = "";
        while (opening.Length + rest.Length > limit)
        {
            var cut = TextCut.Find(rest, limit - opening.Length - Closing.Length, opening);
            Add(parts, opening + rest[..cut.Length].TrimEnd().ToString() + (cut.Opening.Length > 0 ? Closing : ""));
            opening = cut.Opening;
            rest = rest[cut.Length..];
            rest = opening.Length > 0 ? rest.TrimStart('\n') : rest.TrimStart();
        }

        if (!rest.IsWhiteSpace())
            Add(parts, opening + rest.ToString());
        return parts;
    }

    private static void Add(List<string> parts, string part)
    {
        if (!string.IsNullOrWhiteSpace(part))
            parts.Add(part);
    }
}
