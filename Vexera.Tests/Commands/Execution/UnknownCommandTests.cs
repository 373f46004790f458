using Vexera.Core.Discord.Permissions;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Execution;

/// <summary>Calls that name no command: quiet by prefix, which other bots share; helpful where the bot was meant.</summary>
public sealed class UnknownCommandTests
{
    [Theory]
    [InlineData("+nonsense")]
    [InlineData("+")]
    [InlineData("++")]
    [InlineData("+ ping")]
    [InlineData("+😀")]
    public async Task Prefix_NoCommand_StaysQuiet(string content)
    {
        await using var rig = new CommandRig();

        (await rig.WriteAsync(content)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<@100> pign", "I know no command `pign`. Did you mean `+ping`? `+help` lists what I can do.")]
    [InlineData("<@100> xyzzy", "I know no command `xyzzy`. `+help` lists what I can do.")]
    [InlineData("<@100>", "Hello! `+help` lists what I can do.")]
    [InlineData("<@!100>  ", "Hello! `+help` lists what I can do.")]
    [InlineData("<@100> `@everyone`", "I know no command `ˋ@everyoneˋ`. `+help` lists what I can do.")]
    public async Task Mention_NoCommand_SaysWhatMightBeMeant(string content, string expected)
    {
        await using var rig = new CommandRig();

        var answer = (await rig.WriteAsync(content)).ShouldHaveSingleItem().Message!;

        answer.Content.ShouldBe(expected);
        answer.AllowedMentions.Parse.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pign", "I know no command `pign`. Did you mean `+ping`? `+help` lists what I can do.")]
    [InlineData("+pign", "I know no command `pign`. Did you mean `+ping`? `+help` lists what I can do.")]
    public async Task DirectMessage_NoCommand_SaysWhatMightBeMeant(string content, string expected)
    {
        await using var rig = new CommandRig();

        (await rig.WriteAsync(content, direct: true)).ShouldHaveSingleItem().Message!.Content.ShouldBe(expected);
    }

    [Theory]
    [InlineData("<@100> ping")]
    [InlineData("<@100>ping")]
    [InlineData("<@!100> PING")]
    [InlineData("+ping please")]
    public async Task Call_OfACommand_IsAnswered(string content)
    {
        await using var rig = new CommandRig();

        (await rig.WriteAsync(content)).ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull().ShouldStartWith("Pong!");
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("+ping")]
    [InlineData("<@100> ping")]
    public async Task DirectMessage_OfACommand_NeedsNoPrefix(string content)
    {
        await using var rig = new CommandRig();

        (await rig.WriteAsync(content, direct: true)).ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull().ShouldStartWith("Pong!");
    }

    [Fact]
    public async Task Mention_NearACommandThatTheCallerMayNotUse_IsNotNamed()
    {
        await using var rig = new CommandRig(services => services.AddTestCommand(
            TestCommands.Definition("secret") with { DefaultPermission = Permission.BanMembers }, _ => "hush"));

        (await rig.WriteAsync("<@100> secert")).ShouldHaveSingleItem().Message!.Content.ShouldBe("I know no command `secert`. `+help` lists what I can do.");
        (await rig.WriteAsync("<@100> secert", TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull().ShouldContain("`+secret`");
    }

    [Fact]
    public async Task Slash_CommandThatIsGone_ExplainsToTheCallerOnly()
    {
        await using var rig = new CommandRig();

        var answer = (await rig.SlashAsync("gone")).ShouldHaveSingleItem();

        answer.Ephemeral.ShouldBeTrue();
        answer.Message!.Content.ShouldNotBeNull().ShouldStartWith("`/gone` is no command of mine any more.");
    }
}
