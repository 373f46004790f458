using System.Text;

namespace Vexera.Sandbox.Chat.Markdown;

/// <summary>Lines that begin with a mark: a heading, subtext, a quote or a list.</summary>
/// <param name="Element">The HTML element.</param>
/// <param name="Lines">The lines of the block, without their marks.</param>
/// <param name="Start">A numbered list's first number.</param>
internal sealed record BlockMark(string Element, IReadOnlyList<string> Lines, int? Start = null)
{
    private const string RestOfText = ">>> ";

    private static readonly (string Mark, string Element, bool Continues)[] Marks =
    [
        ("# ", "h3", false), ("## ", "h4", false), ("### ", "h5", false), ("-# ", "small", false),
        ("> ", "blockquote", true), ("- ", "ul", true), ("* ", "ul", true),
    ];

    /// <summary>The block that begins at a line, or null where plain text does.</summary>
    public static BlockMark? Of(string[] lines, int at)
    {
        if (lines[at].StartsWith(RestOfText, StringComparison.Ordinal))
            return new BlockMark("blockquote", [lines[at][RestOfText.Length..], .. lines[(at + 1)..]]);
        foreach (var (mark, element, continues) in Marks)
            if (Marked(lines[at], mark))
                return new BlockMark(element, Take(lines, at, continues, l => Marked(l, mark) ? mark.Length : 0));
        return Number(lines[at]) is var digits and > 0
            ? new BlockMark("ol", Take(lines, at, true, Number), int.Parse(lines[at].AsSpan(0, digits - 2), provider: null))
            : null;
    }

    /// <summary>Writes the block, its lines through <paramref name="inline"/>.</summary>
    public void Write(Func<string, string> inline, StringBuilder html)
    {
        html.Append('<').Append(Element);
        if (Start is { } start) html.Append(" start=\"").Append(start).Append('"');
        html.Append('>');
        if (Element is "ul" or "ol")
            foreach (var line in Lines) html.Append("<li>").Append(inline(line)).Append("</li>");
        else
            html.Append(inline(string.Join('\n', Lines)));
        html.Append("</").Append(Element).Append('>');
    }

    private static bool Marked(string line, string mark) => line.Length > mark.Length && line.StartsWith(mark, StringComparison.Ordinal);

    private static List<string> Take(string[] lines, int at, bool continues, Func<string, int> markLength) =>
        [.. lines.Skip(at).Take(continues ? lines.Length : 1).TakeWhile(l => markLength(l) > 0).Select(l => l[markLength(l)..])];

    /// <summary>The length of a mark such as "12. ", 0 where there is none.</summary>
    private static int Number(string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4 && Marked(line, line[..digits] + ". ") ? digits + 2 : 0;
    }
}
