using System.Collections.Frozen;
using System.Text.Json;
using CsCheck;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Parsing;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Basics;
using Vexera.Tests.Commands.Parsing;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Arguments;

/// <summary>What each kind of argument takes, in both forms.</summary>
public sealed class ArgumentTypeTests
{
    private static readonly ArgumentScope InGuild = new(
        TestGuild.State,
        new Dictionary<Snowflake, User> { [TestGuild.Plain.Id] = TestGuild.Plain },
        FrozenDictionary<Snowflake, Member>.Empty);

    private static readonly ArgumentScope Nowhere = InGuild with { Guild = null };

    private static readonly Argument[] Every =
    [
        Of(new TextArgument("x")), Of(new TextArgument("x", takesTheRest: true)), Of(new IntegerArgument(-5, 100)), Of(new BooleanArgument()),
        Of(new ChoiceArgument("red", "blue")), Of(new DurationArgument()), Of(new UserArgument()), Of(new ChannelArgument()), Of(new RoleArgument()),
        Of(new TextArgument("x"), required: false), Of(new IntegerArgument(-5, 100), required: false), Of(new BooleanArgument(), required: false),
        Of(new ChoiceArgument("red", "blue"), required: false), Of(new DurationArgument(), required: false),
        Of(new UserArgument(), required: false), Of(new ChannelArgument(), required: false), Of(new RoleArgument(), required: false),
        Of(new ChannelArgument(ChannelKind.Voice)), Of(new ChannelArgument(ChannelKind.Text), required: false),
        Of(new KeywordArgument("disable"), required: false),
    ];

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("-5", -5L)]
    [InlineData("+5", 5L)]
    [InlineData("100", 100L)]
    [InlineData("101", null)]
    [InlineData("-6", null)]
    [InlineData("5.0", null)]
    [InlineData("1e2", null)]
    [InlineData(" 5", null)]
    [InlineData("٥", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("", null)]
    public void Integer_Text_IsAWholeNumberWithinBounds(string text, long? expected) =>
        Parse(new IntegerArgument(-5, 100), text).ShouldBe(expected);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("ON", true)]
    [InlineData("true", true)]
    [InlineData("no", false)]
    [InlineData("disable", false)]
    [InlineData("maybe", null)]
    [InlineData("", null)]
    public void Boolean_Text_IsYesOrNo(string text, bool? expected) => Parse(new BooleanArgument(), text).ShouldBe(expected);

    [Theory]
    [InlineData("RED", "red")]
    [InlineData("green", null)]
    public void Choice_Text_IsOneOfTheWords(string text, string? expected) => Parse(new ChoiceArgument("red", "blue"), text).ShouldBe(expected);

    [Theory]
    [InlineData(" a ", "a")]
    [InlineData("abc", "abc")]
    [InlineData("abcd", null)]
    [InlineData("   ", null)]
    public void Text_Text_IsTrimmedAndBounded(string text, string? expected) => Parse(new TextArgument("x", longest: 3), text).ShouldBe(expected);

    [Theory]
    [InlineData("<@3>", 3UL)]
    [InlineData("<@!3>", 3UL)]
    [InlineData("3", 3UL)]
    [InlineData("<@&3>", null)]
    [InlineData("<#3>", null)]
    [InlineData("<@0>", null)]
    [InlineData("0", null)]
    [InlineData("<@99999999999999999999999>", null)]
    public void User_Text_IsAMentionOrAnId(string text, ulong? expected) =>
        (Parse(new UserArgument(), text) is UserReference { Name: null } user ? user.Id.Value : (ulong?)null).ShouldBe(expected);

    [Theory]
    [InlineData("member", "member")]
    [InlineData("@member", "member")]
    [InlineData("John Smith", "John Smith")]
    [InlineData("", null)]
    [InlineData("@", null)]
    [InlineData("a name of more than 32 characters", null)]
    public void User_OtherText_IsANameToLookUp(string text, string? expected)
    {
        ((Parse(new UserArgument(), text) as UserReference)?.Name).ShouldBe(expected);
        new UserArgument().TryParse(text, Nowhere, out _).ShouldBeFalse("names belong to a guild");
    }

    [Fact]
    public void User_NotInTheMessage_IsKnownByItsIdAlone()
    {
        var somebody = (UserReference)Parse(new UserArgument(), "<@4>")!;
        var member = (UserReference)Parse(new UserArgument(), "<@3>")!;

        somebody.User.ShouldBeNull();
        member.User.ShouldBe(TestGuild.Plain);
    }

    [Theory]
    [InlineData("<#20>", 20UL)]
    [InlineData("22", 22UL)]
    [InlineData("<#99>", null)]
    [InlineData("<@20>", null)]
    [InlineData("general", null)]
    [InlineData("#general", 20UL)]
    [InlineData("#GENERAL", 20UL)]
    [InlineData("#nowhere", null)]
    [InlineData("#", null)]
    public void Channel_Text_IsOneOfTheGuild(string text, ulong? expected) =>
        ((Parse(new ChannelArgument(), text) as Channel)?.Id.Value).ShouldBe(expected);

    [Theory]
    [InlineData("<#20>", 20UL)]
    [InlineData("<#22>", null)]
    [InlineData("22", null)]
    [InlineData("#thread", null)]
    public void Channel_OfAKind_IsOneOfThatKind(string text, ulong? expected) =>
        ((Parse(new ChannelArgument(ChannelKind.Text), text) as Channel)?.Id.Value).ShouldBe(expected);

    [Fact]
    public void Channel_TwoOfOneName_IsRefusedUnlessOnlyOneIsOfTheKind()
    {
        var guild = TestGuild.State with
        {
            Channels = TestGuild.State.Channels.SetItem(new Snowflake(40), new Channel { Id = new Snowflake(40), Type = ChannelType.GuildVoice, Name = "General" }),
        };

        new ChannelArgument().TryParse("#general", InGuild with { Guild = guild }, out _).ShouldBeFalse();
        new ChannelArgument(ChannelKind.Voice).TryParse("#general", InGuild with { Guild = guild }, out var voice).ShouldBeTrue();
        voice!.Id.Value.ShouldBe(40UL);
    }

    [Theory]
    [InlineData("disable", true)]
    [InlineData("DISABLE", true)]
    [InlineData("true", null)]
    [InlineData("disabled", null)]
    public void Keyword_Text_IsTheWord(string text, bool? expected) => Parse(new KeywordArgument("disable"), text).ShouldBe(expected);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"disable\"", null)]
    public void Keyword_Option_IsTrueOrFalse(string json, bool? expected) =>
        Of(new KeywordArgument("disable")).Read(Option(JsonDocument.Parse(json).RootElement), InGuild).Value.ShouldBe(expected);

    [Theory]
    [InlineData("<@&30>", 30UL)]
    [InlineData("30", 30UL)]
    [InlineData("moderators", 30UL)]
    [InlineData("@everyone", 10UL)]
    [InlineData("<@&99>", null)]
    [InlineData("nobody", null)]
    public void Role_Text_IsOneOfTheGuild(string text, ulong? expected) =>
        ((Parse(new RoleArgument(), text) as Role)?.Id.Value).ShouldBe(expected);

    [Fact]
    public void Role_TwoOfOneName_IsRefused()
    {
        var guild = TestGuild.State with { Roles = TestGuild.State.Roles.SetItem(new Snowflake(40), new Role { Id = new Snowflake(40), Name = "MODERATORS", Permissions = default }) };

        new RoleArgument().TryParse("moderators", InGuild with { Guild = guild }, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("1w 2d being rude", "9d", "being rude")]
    [InlineData("1w2d", "9d", null)]
    [InlineData("1w \"2d\"", "1w", "2d")]
    [InlineData("1w 2 days", "1w", "2 days")]
    public void Duration_InALine_LeavesWhatIsNoneToTheNext(string line, string expected, string? rest)
    {
        var words = new WordReader(line);

        ((Duration)Of(new DurationArgument()).Read(words, isLast: false, InGuild).Value!).ToString().ShouldBe(expected);
        words.Rest().ShouldBe(rest);
    }

    [Theory]
    [InlineData("being rude", null)]
    [InlineData("\"1w\" of spam", null)]
    [InlineData("5 times", "5")]
    [InlineData("-5m rude", "-5m")]
    [InlineData("1w2x rude", "1w2x")]
    public void OptionalDuration_Word_IsNamedWhenItLooksMeantAndElsePassedOn(string line, string? refused)
    {
        var reading = Of(new DurationArgument(), required: false).Read(new WordReader(line), isLast: false, InGuild);

        reading.Value.ShouldBeNull();
        reading.Offending.ShouldBe(refused);
    }

    [Fact]
    public void AnyLine_ForEveryKind_NeverThrows() => Texts.Any.Sample(line =>
    {
        foreach (var scope in new[] { InGuild, Nowhere })
        {
            var words = new WordReader(line);
            foreach (var argument in Every)
                argument.Read(words, isLast: false, scope);
            foreach (var argument in Every)
                argument.Read(new WordReader(line), isLast: true, scope);
        }
    });

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("-1.5e300")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("\"\"")]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\ude00 x\"")]
    public void AnyOptionValue_ForEveryKind_NeverThrows(string json)
    {
        foreach (var argument in Every)
            argument.Read(Option(JsonDocument.Parse(json).RootElement), InGuild);
        foreach (var argument in Every)
            argument.Read(Option(null), InGuild).Value.ShouldBeNull();
    }

    [Fact]
    public void AnyText_AsAnOption_ReadsAsItDoesInALine() => Texts.Any.Sample(text =>
    {
        var words = new WordReader(text);
        if (!IsWellFormed(text) || words.Peek() is not { Quoted: false } word || !string.IsNullOrWhiteSpace(text[word.End..]) || word.Value != text.Trim())
            return;
        foreach (var argument in Every.Where(argument => argument.Required))
        {
            var typed = argument.Read(new WordReader(text), isLast: true, InGuild);
            var picked = argument.Read(Option(JsonSerializer.SerializeToElement(word.Value)), InGuild);
            picked.Value.ShouldBe(typed.Value);
        }
    }, writeLine: null, print: text => JsonSerializer.Serialize(text));

    [Fact]
    public void Declare_EveryKind_IsAnOptionWithItsLimits()
    {
        var number = Of(new IntegerArgument(1, 100)).Declare();
        number.Type.ShouldBe(CommandOptionType.Integer);
        (number.MinValue, number.MaxValue, number.Required).ShouldBe((1, 100, true));
        var text = Of(new TextArgument("x", longest: 50), required: false).Declare();
        (text.MaxLength, text.Required).ShouldBe((50, null));
        Of(new ChannelArgument(ChannelKind.Text)).Declare().ChannelTypes.ShouldBe([ChannelType.GuildText, ChannelType.GuildAnnouncement]);
        Of(new ChannelArgument()).Declare().ChannelTypes.ShouldBeNull();
        Of(new KeywordArgument("disable")).Declare().Type.ShouldBe(CommandOptionType.Boolean);
        Of(new ChoiceArgument("red", "blue")).Declare().Choices!.Select(choice => choice.Value).ShouldBe(["red", "blue"]);
        Every.Select(argument => argument.Declare().Type).Distinct().Count().ShouldBe(6);
    }

    private static Argument<T> Of<T>(ArgumentType<T> type, bool required = true)
        where T : notnull => new("value", BasicsText.HelpArgument, type, required);

    private static object? Parse<T>(ArgumentType<T> type, string text)
        where T : notnull => type.TryParse(text, InGuild, out var value) ? value : null;

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);

    private static InteractionOption Option(JsonElement? value) =>
        new() { Name = "value", Type = CommandOptionType.String, Value = value };
}
