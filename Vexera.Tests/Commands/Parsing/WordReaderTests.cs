using CsCheck;
using Vexera.Core.Commands.Parsing;

namespace Vexera.Tests.Commands.Parsing;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("one two", "one", "two")]
    [InlineData("  one \t\n two\u3000three ", "one", "two", "three")]
    [InlineData("\"one two\" three", "one two", "three")]
    [InlineData("“one two” „three four“ «five six»", "one two", "three four", "five six")]
    [InlineData("\"a \\\" b\" c", "a \" b", "c")]
    [InlineData("\"a \\\\\" c", "a \\", "c")]
    [InlineData("\"\" c", "", "c")]
    [InlineData("\"never closed", "\"never", "closed")]
    [InlineData("it's 5\" wide", "it's", "5\"", "wide")]
    [InlineData("\"a\"b c", "\"a\"b", "c")]
    [InlineData("\u200bone\u200b \u202etwo", "one", "two")]
    [InlineData("👩‍👩‍👧‍👦 مرحبا", "👩‍👩‍👧‍👦", "مرحبا")]
    [InlineData("")]
    [InlineData(" \u200b \n")]
    public void Next_Line_GivesItsWords(string line, params string[] expected) => Words(line).ShouldBe(expected);

    [Fact]
    public void Next_QuotedWord_IsMarked()
    {
        var words = new WordReader("\"1w\" 1w");

        words.Next()!.Value.Quoted.ShouldBeTrue();
        words.Next()!.Value.Quoted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("a  b \"c\" ", "b \"c\"")]
    [InlineData("a \"b c\"", "b c")]
    [InlineData("a \"b\" c", "\"b\" c")]
    [InlineData("a \"\"", "\"\"")]
    [InlineData("a", null)]
    public void Rest_AfterAWord_IsAsItWasTyped(string line, string? expected)
    {
        var words = new WordReader(line);
        words.Next();

        words.Rest().ShouldBe(expected);
        words.AtEnd.ShouldBeTrue();
    }

    [Fact]
    public void Peek_TakesNothing()
    {
        var words = new WordReader("one two");

        words.Peek().ShouldBe(words.Peek());
        words.Next()!.Value.Value.ShouldBe("one");
    }

    [Fact]
    public void AnyLine_IsReadToItsEnd_NeverThrowsAndAlwaysEnds() => Texts.Any.Sample(line =>
    {
        var words = new WordReader(line);
        var end = 0;
        while (words.Next() is { } word)
        {
            word.End.ShouldBeGreaterThan(end);
            end = word.End;
        }

        words.AtEnd.ShouldBeTrue();
        words.Rest().ShouldBeNull();
    });

    private static List<string> Words(string line)
    {
        var (reader, words) = (new WordReader(line), new List<string>());
        while (reader.Next() is { } word)
            words.Add(word.Value);
        return words;
    }
}
