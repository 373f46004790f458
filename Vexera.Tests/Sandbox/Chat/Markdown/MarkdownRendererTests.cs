using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Vexera.Sandbox.Chat.Markdown;

namespace Vexera.Tests.Sandbox.Chat.Markdown;

public sealed class MarkdownRendererTests
{
    private static readonly string[] Elements =
        ["a", "blockquote", "code", "em", "h3", "h4", "h5", "li", "ol", "pre", "s", "small", "span", "strong", "time", "u", "ul"];

    private static readonly string[] Attributes =
        ["aria-expanded", "class", "data-relative", "datetime", "href", "rel", "role", "start", "style", "tabindex", "target", "title"];

    private static readonly string[] Pieces =
    [
        "**", "*", "_", "__", "~~", "||", "`", "``", "```", "\n", "\r\n", "> ", ">>> ", "# ", "- ", "1. ", "999. ", "\\", "<", ">", "\"", "'", "&",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "<@1>", "<@&2>", "<#3>", "<@99999999999999999999>", "</ping:1>", "<:a:1>",
        "<t:0:R>", "<t:99999999999999999:F>", "<t:-99999999999999999:d>", "https://a.b/\"onmouseover=", "[x](https://a.b)", "[a](javascript:alert(1))",
        "@everyone", "\u202e", "مرحبا", "😀", "\ud800", "\0", "word", " ",
    ];

    private static readonly Gen<string> Hostile = Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(p => Pieces[p])));

    private readonly MarkdownRenderer _markdown = new(
        new Names(),
        new TimestampFormat(new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("**bold** and *italic* and _italic_", "<strong>bold</strong> and <em>italic</em> and <em>italic</em>")]
    [InlineData("***both***", "<strong><em>both</em></strong>")]
    [InlineData("__under__ ~~gone~~", "<u>under</u> <s>gone</s>")]
    [InlineData("never **closed", "never **closed")]
    [InlineData("**a *b** c*", "<strong>a *b</strong> c*")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData(@"\*not italic\*", "*not italic*")]
    [InlineData("`**code**`", "<code>**code**</code>")]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    [InlineData("```cs\nvar x = 1;\n```", "<pre><code>var x = 1;</code></pre>")]
    [InlineData("```one line```", "<pre><code>one line</code></pre>")]
    [InlineData("before ```a\nb``` after", "before <pre><code>b</code></pre> after")]
    [InlineData("# Title\ntext", "<h3>Title</h3>text")]
    [InlineData("-# small print", "<small>small print</small>")]
    [InlineData("> one\n> two\nthree", "<blockquote>one\ntwo</blockquote>three")]
    [InlineData("- one\n- **two**", "<ul><li>one</li><li><strong>two</strong></li></ul>")]
    [InlineData("3. three\n4. four", "<ol start=\"3\"><li>three</li><li>four</li></ol>")]
    [InlineData("hi <@1>", "hi <span class=\"mention\">@Ada</span>")]
    [InlineData("hi <@!1>", "hi <span class=\"mention\">@Ada</span>")]
    [InlineData("hi <@7>", "hi <span class=\"mention\">@unknown-user</span>")]
    [InlineData("<@&2>", "<span class=\"mention\" style=\"--role:#00ff7f\">@Mods</span>")]
    [InlineData("<#3>", "<span class=\"mention\">#general</span>")]
    [InlineData("</ping:5>", "<span class=\"mention\">/ping</span>")]
    [InlineData("@everyone!", "<span class=\"mention\">@everyone</span>!")]
    [InlineData("<:wave:5>", "<span class=\"emoji\">:wave:</span>")]
    [InlineData("see https://a.b/c.", "see <a href=\"https://a.b/c\" target=\"_blank\" rel=\"noopener noreferrer\">https://a.b/c</a>.")]
    [InlineData("[here](https://a.b)", "<a href=\"https://a.b\" target=\"_blank\" rel=\"noopener noreferrer\">here</a>")]
    [InlineData("[here](javascript:x)", "[here](javascript:x)")]
    [InlineData("<t:1700000300:R>", "<time datetime=\"2023-11-14T22:18:20Z\" title=\"Tuesday, 14 November 2023 22:18\" data-relative>in 5 minutes</time>")]
    [InlineData("<t:1699996400:R>", "<time datetime=\"2023-11-14T21:13:20Z\" title=\"Tuesday, 14 November 2023 21:13\" data-relative>an hour ago</time>")]
    [InlineData("<t:1700000000:d>", "<time datetime=\"2023-11-14T22:13:20Z\" title=\"Tuesday, 14 November 2023 22:13\">14/11/2023</time>")]
    [InlineData("<t:99999999999999999>", "&lt;t:99999999999999999&gt;")]
    public void ToHtml_KnownText_GivesItsMarkup(string text, string html) => _markdown.ToHtml(text).ShouldBe(html);

    [Fact]
    public void ToHtml_Spoiler_IsHiddenUntilAsked() =>
        _markdown.ToHtml("||secret||").ShouldBe("""<span class="spoiler" role="button" tabindex="0" aria-expanded="false"><span>secret</span></span>""");

    [Fact]
    public void ToHtml_AnyText_WritesOnlyItsOwnElements() =>
        Gen.OneOf(Hostile, Gen.String).Sample(text =>
        {
            foreach (var element in Parse(_markdown.ToHtml(text)).QuerySelectorAll("*"))
            {
                element.LocalName.ShouldBeOneOf(Elements);
                foreach (var attribute in element.Attributes) attribute.Name.ShouldBeOneOf(Attributes);
                if (element.GetAttribute("href") is { } address) address.ShouldStartWith("http");
            }
        });

    [Fact]
    public void ToHtml_PlainWords_KeepsEveryCharacter() =>
        Gen.Char["abcxyz<>&\"' é漢😀\u202eش,?"].Array[0, 60].Select(c => new string(c)).Sample(text =>
            Parse(_markdown.ToHtml(text)).TextContent.ShouldBe(Sound(text.StartsWith("> ", StringComparison.Ordinal) && text.Length > 2 ? text[2..] : text)));

    [Fact]
    public void ToHtml_LongestMessageOfMarks_StaysQuick()
    {
        foreach (var mark in (string[])["*", "**", "_", "||", "`", "```", "<", "[", "> ", "\n- ", "https://", "***_"])
            _markdown.ToHtml(string.Concat(Enumerable.Repeat(mark, 4000 / mark.Length))).Length.ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void ToHtml_Null_IsEmpty() => _markdown.ToHtml(null).ShouldBeEmpty();

    private static IElement Parse(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!;

    private static string Sound(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));

    private sealed class Names : IMentionNames
    {
        public string? User(ulong id) => id == 1 ? "Ada" : null;

        public string? Channel(ulong id) => id == 3 ? "general" : null;

        public (string Name, int Colour)? Role(ulong id) => id == 2 ? ("Mods", 0x00FF7F) : null;
    }
}
