using CsCheck;
using Vexera.Core.Discord;
using Vexera.Tests.Commands.Parsing;

namespace Vexera.Tests.Discord;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abcde", "abcde")]
    [InlineData("abcdef", "abcde")]
    [InlineData("abcd😀", "abcd")]
    [InlineData("abc😀f", "abc😀")]
    public void Cut_ToFive_KeepsWhatFits(string text, string expected) => ShortText.Cut(text, 5).ShouldBe(expected);

    [Theory]
    [InlineData("", "")]
    [InlineData("abcde", "abcde")]
    [InlineData("abcdef", "abcd…")]
    [InlineData("abc😀f", "abc…")]
    public void Shorten_ToFive_SaysThatThereIsMore(string text, string expected) => ShortText.Shorten(text, 5).ShouldBe(expected);

    [Fact]
    public void AnyText_Cut_FitsAndEndsInNoHalfCharacter() => Gen.Select(Texts.Any, Gen.Int[2, 40]).Sample((text, most) =>
    {
        foreach (var cut in new[] { ShortText.Cut(text, most), ShortText.Shorten(text, most).TrimEnd('…') })
        {
            cut.Length.ShouldBeLessThanOrEqualTo(most);
            text.StartsWith(cut, StringComparison.Ordinal).ShouldBeTrue();
            if (cut.Length > 0 && cut.Length < text.Length && char.IsLowSurrogate(text[cut.Length]))
                char.IsHighSurrogate(cut[^1]).ShouldBeFalse();
        }
    });
}
