using System.ComponentModel;
using System.Text.Json;
using Vexera.Core.Discord;

namespace Vexera.Tests.Discord;

public sealed class BotTokenTests
{
    private const string Secret = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs";
    private const string Prefix = "MTk4NjIyNDgzNDcx";
    private static readonly BotToken Token = new(Secret);

    [Fact]
    public void Print_InAnyWay_IsRedacted()
    {
        string[] prints =
        [
            Token.ToString(),
            $"{Token}",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", Token),
            JsonSerializer.Serialize(Token),
            JsonSerializer.Serialize(new DiscordOptions { Token = Token }),
            TypeDescriptor.GetConverter(typeof(BotToken)).ConvertToString(Token)!,
        ];

        prints.ShouldAllBe(print => !print.Contains(Secret, StringComparison.Ordinal) && !print.Contains(Prefix, StringComparison.Ordinal));
        Token.ToString().ShouldBe("[redacted]");
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("Bot " + Secret)]
    public void Reveal_WithOrWithoutScheme_IsTheBareSecret(string written)
    {
        new BotToken(written).Reveal().ShouldBe(Secret);
        new BotToken(written).ShouldBe(Token);
        new BotToken(written).GetHashCode().ShouldBe(Token.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bot ")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("größe")]
    public void New_NotOneWord_RefusesWithoutShowingIt(string written)
    {
        var refusal = Should.Throw<ArgumentException>(() => new BotToken(written));

        if (written.Length > 4)
            refusal.Message.ShouldNotContain(written);
    }

    [Fact]
    public void Convert_FromSettings_ReadsATokenAndTakesEmptyForNone()
    {
        var converter = TypeDescriptor.GetConverter(typeof(BotToken));

        converter.ConvertFromInvariantString(Secret).ShouldBe(Token);
        converter.ConvertFromInvariantString("").ShouldBeNull();
    }
}
