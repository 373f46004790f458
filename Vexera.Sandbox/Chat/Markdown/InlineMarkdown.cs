using System.Text;

namespace Vexera.Sandbox.Chat.Markdown;

/// <summary>
/// Marks within a line. One pass: a mark that opens waits on a stack as plain text and becomes markup only
/// when its partner comes, so what is never closed stays what was typed, and elements always nest.
/// </summary>
internal sealed class InlineMarkdown(IMentionNames names, TimestampFormat timestamps)
{
    private static readonly (string Mark, string Open, string Close)[] Pairs =
    [
        ("**", "<strong>", "</strong>"), ("__", "<u>", "</u>"), ("~~", "<s>", "</s>"),
        ("||", """<span class="spoiler" role="button" tabindex="0" aria-expanded="false"><span>""", "</span></span>"),
        ("*", "<em>", "</em>"), ("_", "<em>", "</em>"),
    ];

    private readonly InlineToken _tokens = new(names, timestamps);

    public string ToHtml(string text)
    {
        var parts = new List<string>();
        var open = new Stack<(int Pair, int Part)>();
        var plain = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\' && at + 1 < text.Length && char.IsAscii(text[at + 1]) && char.IsPunctuation(text[at + 1]) | char.IsSymbol(text[at + 1]))
            {
                plain.Append(text[at + 1]);
                at += 2;
            }
            else if (_tokens.Read(text, at) is var (html, length))
            {
                Flush(plain, parts);
                parts.Add(html);
                at += length;
            }
            else if (PairAt(text, at, open) is var pair and >= 0)
            {
                Flush(plain, parts);
                Mark(pair, parts, open);
                at += Pairs[pair].Mark.Length;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }
        Flush(plain, parts);
        return string.Concat(parts);
    }

    private static void Mark(int pair, List<string> parts, Stack<(int Pair, int Part)> open)
    {
        if (open.All(o => o.Pair != pair))
        {
            open.Push((pair, parts.Count));
            parts.Add(Pairs[pair].Mark);
            return;
        }
        var opening = open.Pop();
        while (opening.Pair != pair) opening = open.Pop();
        if (opening.Part == parts.Count - 1)
        {
            parts.Add(Pairs[pair].Mark);
            return;
        }
        parts[opening.Part] = Pairs[pair].Open;
        parts.Add(Pairs[pair].Close);
    }

    /// <summary>The mark at a place that may open or close there, -1 for none.</summary>
    private static int PairAt(string text, int at, Stack<(int Pair, int Part)> open)
    {
        // Three stars close the single one first when it was opened last: ***both***.
        if (open.TryPeek(out var top) && Pairs[top.Pair].Mark.Length == 1 && Run(text, at, Pairs[top.Pair].Mark[0]) == 3) return top.Pair;
        for (var pair = 0; pair < Pairs.Length; pair++)
        {
            var mark = Pairs[pair].Mark;
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0) continue;
            var closes = open.Any(o => o.Pair == pair);
            var before = at > 0 ? text[at - 1] : ' ';
            var after = at + mark.Length < text.Length ? text[at + mark.Length] : ' ';
            var fits = mark.Length == 2 || (closes ? !char.IsWhiteSpace(before) : !char.IsWhiteSpace(after));
            var insideWord = mark == "_" && (closes ? char.IsLetterOrDigit(after) : char.IsLetterOrDigit(before));
            if (fits && !insideWord) return pair;
        }
        return -1;
    }

    private static int Run(string text, int at, char mark)
    {
        var end = at;
        while (end < text.Length && text[end] == mark) end++;
        return end - at;
    }

    private static void Flush(StringBuilder plain, List<string> parts)
    {
        if (plain.Length == 0) return;
        parts.Add(Html.Escape(plain.ToString()));
        plain.Clear();
    }
}
