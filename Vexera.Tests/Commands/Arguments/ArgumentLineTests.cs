using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Basics;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Arguments;

/// <summary>Which word of a line goes to which argument, and who is meant by a name.</summary>
public sealed class ArgumentLineTests
{
    private static readonly Argument<UserReference> Whom = new("user", BasicsText.HelpArgument, new UserArgument());
    private static readonly Argument<UserReference> Author = new("author", BasicsText.HelpArgument, new UserArgument(), required: false);
    private static readonly Argument<Duration> Time = new("time", BasicsText.HelpArgument, new DurationArgument(), required: false);
    private static readonly Argument<string> Reason = new("reason", BasicsText.HelpArgument, new TextArgument("x", takesTheRest: true), required: false);
    private static readonly Argument<long> Amount = new("amount", BasicsText.HelpArgument, new IntegerArgument(1, 100), required: false);
    private static readonly Argument<string> Filter = new("filter", BasicsText.HelpArgument, new ChoiceArgument("bots", "links", "contains"), required: false);
    private static readonly Argument<string> Text = new("text", BasicsText.HelpArgument, new TextArgument("x", takesTheRest: true), required: false);
    private static readonly Argument<Channel> Place = new("channel", BasicsText.HelpArgument, new ChannelArgument(ChannelKind.Text), required: false);
    private static readonly Argument<bool> Off = new("disable", BasicsText.HelpArgument, new KeywordArgument("disable"), required: false);

    [Theory]
    [InlineData("+ban <@3>", "3")]
    [InlineData("+ban <@3> spam and more", "3 reason=spam and more")]
    [InlineData("+ban <@3> 1d spam", "3 time=1d reason=spam")]
    [InlineData("+ban <@3> 1w 2d being rude", "3 time=9d reason=being rude")]
    [InlineData("+ban <@3> \"1d\" is how long I waited", "3 reason=\"1d\" is how long I waited")]
    [InlineData("+ban 80351110224678912 1mo", "80351110224678912 time=1mo")]
    [InlineData("+ban member spam", "3 reason=spam")]
    [InlineData("+ban @Member spam", "3 reason=spam")]
    [InlineData("+ban \"John Smith\" spam", "5 reason=spam")]
    [InlineData("+ban <@3> 2nd warning", "3 reason=2nd warning")]
    [InlineData("+ban <@3> 3e avertissement", "3 reason=3e avertissement")]
    [InlineData("+ban <@3> 10min spam", "`10min` does not fit **time**.")]
    [InlineData("+ban <@3> 0d spam", "`0d` does not fit **time**.")]
    [InlineData("+ban nobody spam", "`nobody` does not fit **user**. Allowed is a user, by mention or id, or a member by exact name; for example `@Vexera`.")]
    [InlineData("+ban memb spam", "`memb` does not fit **user**.")]
    [InlineData("+ban twin", "Several people here are called `twin`. A mention or an id says which one.")]
    [InlineData("+ban", "**user** is missing:")]
    [InlineData("+clean", "")]
    [InlineData("+clean 20", "amount=20")]
    [InlineData("+clean 20 <@3> links", "amount=20 author=3 filter=links")]
    [InlineData("+clean <@3> links", "author=3 filter=links")]
    [InlineData("+clean links", "filter=links")]
    [InlineData("+clean @member", "author=3")]
    [InlineData("+clean 20 80351110224678912", "amount=20 author=80351110224678912")]
    [InlineData("+clean 80351110224678912", "author=80351110224678912")]
    [InlineData("+clean contains free money", "filter=contains text=free money")]
    [InlineData("+clean 101", "`101` does not fit **amount**. Allowed is a whole number from 1 to 100; for example `1`.")]
    [InlineData("+modlog", "")]
    [InlineData("+modlog <#20>", "channel=20")]
    [InlineData("+modlog #general", "channel=20")]
    [InlineData("+modlog disable", "disable=True")]
    [InlineData("+modlog <#22>", "`<#22>` does not fit **channel**.")]
    [InlineData("+modlog off", "`off` fits none of these: **channel** (a text or announcement channel of this server, by mention, id or #name), **disable** (the word `disable`).")]
    [InlineData("+modlog <#20> disable now", "`now` is more than the command takes. Usage: `+modlog [channel] [disable]`")]
    public async Task Line_Words_GoToTheArgumentsTheyFit(string line, string expected)
    {
        await using var rig = Rig();

        var said = (await rig.WriteAsync(line, TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content!;

        if (expected.EndsWith('.') || expected.StartsWith('`') || expected.EndsWith(':'))
            said.ShouldStartWith(expected);
        else
            said.ShouldBe($"done {expected}".TrimEnd());
    }

    [Theory]
    [InlineData("twin", 1)]
    [InlineData("<@3>", 0)]
    [InlineData("3", 0)]
    [InlineData("more than thirty-two characters in quotes", 0)]
    public async Task Person_ByName_IsAskedForOnceAndOnlyThen(string word, int expected)
    {
        await using var rig = Rig();

        await rig.WriteAsync($"+ban \"{word}\"", TestGuild.Moderator);

        rig.Rest.Calls.Count(call => call.Name == "search-members").ShouldBe(expected);
    }

    [Fact]
    public async Task Username_OfOneAndDisplayNameOfAnother_IsTheOneWhoseUsernameItIs()
    {
        await using var rig = Rig();
        rig.Rest.Members[new Snowflake(9)] = new Member { User = new User { Id = new Snowflake(9), Username = "joker", GlobalName = "member" } };

        (await rig.WriteAsync("+ban member", TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content.ShouldBe("done 3");
    }

    private static CommandRig Rig()
    {
        var rig = new CommandRig(services => services
            .AddTestCommand(TestCommands.Definition("ban", Whom, Time, Reason), Said)
            .AddTestCommand(TestCommands.Definition("clean", Amount, Author, Filter, Text), Said)
            .AddTestCommand(TestCommands.Definition("modlog", Place, Off), Said));
        Add(5, "smithy", "John Smith", null);
        Add(6, "castor", null, "Twin");
        Add(7, "pollux", "twin", null);
        return rig;

        void Add(ulong id, string name, string? display, string? nick) => rig.Rest.Members[new Snowflake(id)] = new Member
        {
            User = new User { Id = new Snowflake(id), Username = name, GlobalName = display },
            Nick = nick,
        };
    }

    private static string Said(CommandContext context)
    {
        var given = context.Arguments;
        string?[] parts =
        [
            "done",
            given.TryGet(Whom, out var whom) ? $"{whom.Id}" : null,
            given.TryGet(Amount, out var amount) ? $"amount={amount}" : null,
            given.TryGet(Author, out var author) ? $"author={author.Id}" : null,
            given.TryGet(Filter, out var filter) ? $"filter={filter}" : null,
            given.TryGet(Text, out var text) ? $"text={text}" : null,
            given.TryGet(Time, out var time) ? $"time={time}" : null,
            given.TryGet(Reason, out var reason) ? $"reason={reason}" : null,
            given.TryGet(Place, out var place) ? $"channel={place.Id}" : null,
            given.TryGet(Off, out var off) ? $"disable={off}" : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }
}
