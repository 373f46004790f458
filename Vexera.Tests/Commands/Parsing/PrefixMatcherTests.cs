using CsCheck;
using Vexera.Core.Commands.Parsing;

namespace Vexera.Tests.Commands.Parsing;

public sealed class PrefixMatcherTests
{
    [Theory]
    [InlineData("+ping", "+", true)]
    [InlineData("++ping", "+", true)]
    [InlineData("+", "+", false)]
    [InlineData("+ ping", "+", false)]
    [InlineData("+\nping", "+", false)]
    [InlineData("ping", "+", false)]
    [InlineData(" +ping", "+", false)]
    [InlineData("VX!ping", "vx!", true)]
    [InlineData("vx!", "vx!", false)]
    [InlineData("", "+", false)]
    public void HasPrefix_Message_IsACallOnlyWhenAWordFollows(string content, string prefix, bool expected) =>
        PrefixMatcher.HasPrefix(content, prefix).ShouldBe(expected);

    [Theory]
    [InlineData("<@100> ping", 6)]
    [InlineData("<@!100> ping", 7)]
    [InlineData("<@100>", 6)]
    [InlineData("<@100>ping", 6)]
    [InlineData("<@101> ping", 0)]
    [InlineData("<@&100> ping", 0)]
    [InlineData("<@100 ping", 0)]
    [InlineData("<@> ping", 0)]
    [InlineData("<@!> ping", 0)]
    [InlineData("<@-100> ping", 0)]
    [InlineData("<@ 100> ping", 0)]
    [InlineData("<@99999999999999999999999> ping", 0)]
    [InlineData(" <@100> ping", 0)]
    [InlineData("<@", 0)]
    [InlineData("<@!", 0)]
    [InlineData("", 0)]
    public void MentionLength_Message_IsOfAMentionOfTheBotAtTheStart(string content, int expected) =>
        PrefixMatcher.MentionLength(content, 100).ShouldBe(expected);

    [Fact]
    public void AnyText_IsLookedAt_NeverThrows() => Texts.Any.Sample(text =>
    {
        PrefixMatcher.HasPrefix(text, "+");
        PrefixMatcher.MentionLength(text, 100).ShouldBeInRange(0, text.Length);
        CommandLine.Of(text, 0).Name.Length.ShouldBeInRange(0, text.Length);
    });
}
