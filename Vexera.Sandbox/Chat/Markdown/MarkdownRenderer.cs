using System.Text;

namespace Vexera.Sandbox.Chat.Markdown;

/// <summary>
/// Turns a message's text into HTML, following Discord's dialect of markdown. Every character of the text is
/// escaped; only the elements written here are ever markup. Total: no text makes it throw.
/// </summary>
internal sealed class MarkdownRenderer(IMentionNames names, TimestampFormat timestamps)
{
    private const string Fence = "```";

    private readonly InlineMarkdown _inline = new(names, timestamps);

    /// <summary>The whole dialect: code fences, quotes, headings, subtext, lists and everything inline.</summary>
    public string ToHtml(string? text)
    {
        var html = new StringBuilder();
        var rest = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).AsSpan();
        while (FindFence(rest) is var (start, end))
        {
            Blocks(rest[..start].ToString(), html);
            html.Append("<pre><code>").Append(Html.Escape(Code(rest[(start + Fence.Length)..end]))).Append("</code></pre>");
            rest = rest[(end + Fence.Length)..].TrimStart('\n');
        }
        Blocks(rest.ToString(), html);
        return html.ToString();
    }

    /// <summary>Inline marks only, for places of one line such as an embed's title.</summary>
    public string ToInlineHtml(string? text) => _inline.ToHtml(text ?? "");

    private static (int Start, int End)? FindFence(ReadOnlySpan<char> text)
    {
        var start = text.IndexOf(Fence, StringComparison.Ordinal);
        if (start < 0) return null;
        var length = text[(start + Fence.Length)..].IndexOf(Fence, StringComparison.Ordinal);
        return length <= 0 ? null : (start, start + Fence.Length + length);
    }

    /// <summary>A fence's content without the name of its language, which stands alone on the first line.</summary>
    private static string Code(ReadOnlySpan<char> content)
    {
        var line = content.IndexOf('\n');
        var named = line >= 0 && content[..line].IndexOfAny(' ', '\t') < 0 && content[(line + 1)..].Trim().Length > 0;
        return (named ? content[(line + 1)..] : content).Trim('\n').ToString();
    }

    private void Blocks(string text, StringBuilder html)
    {
        if (text.Length == 0) return;
        var lines = text.Split('\n');
        var paragraph = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (BlockMark.Of(lines, i) is not { } block)
            {
                paragraph.Add(lines[i]);
                continue;
            }
            Flush(paragraph, html);
            block.Write(ToInlineHtml, html);
            i += block.Lines.Count - 1;
        }
        Flush(paragraph, html);
    }

    private void Flush(List<string> paragraph, StringBuilder html)
    {
        html.Append(ToInlineHtml(string.Join('\n', paragraph)));
        paragraph.Clear();
    }
}
