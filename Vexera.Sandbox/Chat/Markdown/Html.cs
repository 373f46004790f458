using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Vexera.Sandbox.Chat.Markdown;

/// <summary>Escapes text for HTML, in content and in double-quoted attributes. Ends of lines stay what they are.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Escape(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(Encoder.Encode)) : Encoder.Encode(text);
}
