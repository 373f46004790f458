using Vexera.Core.Commands.Definitions;
using Vexera.Core.Discord.Permissions;
using Vexera.Tests.Commands;
using Vexera.Tests.Commands.Components;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Basics;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_PlainMember_ListsWhatTheyMayUse()
    {
        await using var rig = new CommandRig();

        var answer = await AskAsync(rig, "+help");

        answer.ShouldStartWith("**Basics**\n`+help` – ");
        answer.ShouldContain("`+ping` – Says how quickly Discord answers me.");
        answer.ShouldNotContain("+prefix");
        answer.ShouldEndWith("`+help <command>` tells more about one of them.");
    }

    [Fact]
    public async Task Help_Moderator_SeesMore()
    {
        await using var rig = new CommandRig();

        (await AskAsync(rig, "+help", TestGuild.Moderator)).ShouldContain("`+prefix`");
    }

    [Fact]
    public async Task Help_OfACommand_ShowsNodeUsageArgumentsAndExamples()
    {
        await using var rig = new CommandRig();

        (await AskAsync(rig, "+help prefix", TestGuild.Moderator)).ShouldBe(
            """
            **+prefix** · node `basics.prefix`
            Shows or changes what my commands start with on this server.
            `disable` leaves mentions and slash commands only; `default` goes back to the bot's usual prefix.
            Usage: `+prefix [new]`
            **new**: 1 to 5 visible characters, "disable", or "default". Allowed is a text of 1 to 100 characters.
            Takes: **Manage Server**
            For example: `+prefix`, `+prefix !`, `+prefix disable`
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("+help stats", "**+about**")]
    [InlineData("+help +ping", "**+ping**")]
    [InlineData("+help /ping", "**+ping**")]
    [InlineData("+commands ping", "**+ping**")]
    [InlineData("+help PING", "**+ping**")]
    public async Task Help_NameAsPeopleWriteIt_IsFound(string question, string expected)
    {
        await using var rig = new CommandRig();

        (await AskAsync(rig, question)).ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("+help pign", "There is no command `pign` that you may use here. Did you mean `ping`?")]
    [InlineData("+help prefix", "There is no command `prefix` that you may use here. `+help` lists those there are.")]
    [InlineData("+help `a` @everyone", "There is no command `ˋaˋ @everyone` that you may use here. `+help` lists those there are.")]
    public async Task Help_NoneOrNotForTheCaller_SaysSo(string question, string expected)
    {
        await using var rig = new CommandRig();

        (await AskAsync(rig, question)).ShouldBe(expected);
    }

    [Fact]
    public async Task Help_OfACommandThatNeedsSomethingOfTheBot_SaysSo()
    {
        await using var rig = new CommandRig(services => services.AddTestCommand(
            TestCommands.Definition("prune") with { BotPermission = Permission.BanMembers | Permission.ManageMessages }, _ => ""));

        (await AskAsync(rig, "+help prune")).ShouldContain("\nI need: **Ban Members**, **Manage Messages**\n");
    }

    [Fact]
    public async Task Help_NoneBySlash_IsToldTheCallerOnly()
    {
        await using var rig = new CommandRig();

        (await rig.SlashAsync("help", [("command", "pign")])).ShouldHaveSingleItem().Ephemeral.ShouldBeTrue();
        (await rig.SlashAsync("help", [("command", "ping")])).ShouldHaveSingleItem().Ephemeral.ShouldBeFalse();
    }

    [Fact]
    public async Task Help_SwitchedOffCommand_IsNotListed()
    {
        await using var rig = new CommandRig();
        rig.Configure(("Commands:Disabled:0", "ping"));

        (await AskAsync(rig, "+help")).ShouldNotContain("+ping");
    }

    [Fact]
    public async Task Help_InDirectMessages_LeavesOutWhatNeedsAServer()
    {
        await using var rig = new CommandRig();

        var answer = (await rig.WriteAsync("help", direct: true)).ShouldHaveSingleItem().Message!.Content!;

        answer.ShouldContain("`+ping`");
        answer.ShouldNotContain("prefix");
    }

    [Fact]
    public async Task Help_PrefixDisabledHere_ShowsTheMention()
    {
        await using var rig = new CommandRig();
        await rig.WriteAsync("+prefix disable", TestGuild.Owner);

        (await AskAsync(rig, "<@100> help")).ShouldContain("`@Vexera ping`");
    }

    [Fact]
    public async Task Help_HundredsOfCommands_IsLeafedThrough()
    {
        await using var rig = new CommandRig(services =>
        {
            foreach (var i in Enumerable.Range(0, 200))
                services.AddTestCommand(TestCommands.Definition($"command{i}") with { DefaultPermission = Permission.None }, _ => "");
        });

        var parts = (await rig.WriteAsync("+help")).ToList();
        parts.ShouldHaveSingleItem();
        while (parts[^1].Buttons()["▶"].Disabled != true)
            parts.AddRange(await rig.PressAsync(parts[^1], "▶"));

        parts.Count.ShouldBeGreaterThan(1);
        parts.ShouldAllBe(part => part.Message!.Content!.Length <= 2000);
        string.Join('\n', parts.Select(part => part.Message!.Content)).ShouldContain("`+command199`");
    }

    [Fact]
    public async Task EveryCommand_HasAPageInTheHelp_WhoseExamplesAreUnderstood()
    {
        await using var rig = new CommandRig();
        rig.Configure(("Commands:Owners:0", TestGuild.Owner.Id.ToString()));
        rig.Fleet.Reconnect = null;
        rig.Rest.Members[FakeSelf.Id] = new() { User = new() { Id = FakeSelf.Id, Username = "Vexera" } };

        foreach (var command in rig.Get<CommandCatalog>().All)
        {
            var page = await AskAsync(rig, $"+help {command.Definition.FullName}", TestGuild.Owner);
            page.ShouldStartWith($"**+{command.Definition.FullName}** · node `{command.Definition.Node}`");
            page.Length.ShouldBeLessThan(2000);
            foreach (var example in command.Definition.Examples)
            {
                rig.Time.Advance(TimeSpan.FromMinutes(1));
                var answer = (await rig.WriteAsync($"+{command.Definition.FullName} {example}".TrimEnd(), TestGuild.Owner))
                    .Where(call => call.Name == "create").ShouldHaveSingleItem();
                answer.Message!.Content.ShouldNotBeNull().ShouldNotContain("does not fit");
                await rig.WriteAsync("<@100> prefix default", TestGuild.Owner);
            }
        }
    }

    private static async Task<string> AskAsync(CommandRig rig, string question, Vexera.Core.Discord.Entities.User? user = null) =>
        (await rig.WriteAsync(question, user)).ShouldHaveSingleItem().Message!.Content!;
}
