using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Basics;
using Vexera.Core.Telemetry.Reading;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Execution;

/// <summary>Commands of two words, in both forms, in the help and in the switches.</summary>
public sealed class CommandGroupTests
{
    private static readonly CommandGroup Perms = new("marks", BasicsText.AboutDescription) { Aliases = ["mark"] };
    private static readonly Argument<string> Node = new("node", BasicsText.HelpArgument, new TextArgument("a.b"));

    private static readonly CommandDefinition Add = TestCommands.Definition("add", Node) with
    {
        Group = Perms,
        Aliases = ["allow"],
        DefaultPermission = Permission.ManageGuild | Permission.BanMembers,
        GuildOnly = true,
        Examples = ["a.b"],
    };

    private static readonly CommandDefinition List = TestCommands.Definition("list") with { Group = Perms, Cooldown = TimeSpan.FromSeconds(9) };

    [Theory]
    [InlineData("+marks add a.b")]
    [InlineData("+MARKS  Add   a.b")]
    [InlineData("+mark allow a.b")]
    [InlineData("<@100> marks add a.b")]
    public async Task Prefix_BothWords_RunTheCommand(string line)
    {
        await using var rig = Rig();

        (await AskAsync(rig, line)).ShouldBe("added a.b");
    }

    [Fact]
    public async Task Slash_SubCommand_RunsTheCommandWithItsOptions()
    {
        await using var rig = Rig();

        (await rig.SlashAsync("marks add", [("node", "a.b")], TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content.ShouldBe("added a.b");
        (await rig.SlashAsync("marks gone")).ShouldHaveSingleItem().Message!.Content!.ShouldStartWith("`/marks gone` is no command of mine any more.");
    }

    [Fact]
    public async Task GroupAlone_ListsWhatTheCallerMayRun()
    {
        await using var rig = Rig();

        (await AskAsync(rig, "+marks")).ShouldBe(
            "Says what I am and how busy.\n`+marks add <node>` – Says how quickly Discord answers me.\n`+marks list` – Says how quickly Discord answers me.");
        (await AskAsync(rig, "+marks", TestGuild.Plain)).ShouldNotContain("marks add");
        rig.Configure(("Commands:Disabled:0", "marks list"));
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync(rig, "+marks", TestGuild.Plain)).ShouldBe("`+marks` has nothing that you may use here.");
    }

    [Theory]
    [InlineData("+marks ad a.b", "`+marks` does not go on with `ad`. Did you mean `+marks add`? `+marks` alone lists what there is.")]
    [InlineData("+mark alow", "`+marks` does not go on with `alow`. Did you mean `+marks add`? `+marks` alone lists what there is.")]
    [InlineData("+marks xyzzy", "`+marks` does not go on with `xyzzy`. `+marks` alone lists what there is.")]
    [InlineData("<@100> mrks add", "I know no command `mrks`. Did you mean `+marks`? `+help` lists what I can do.")]
    [InlineData("+help marks ad", "There is no command `marks ad` that you may use here. Did you mean `marks add`?")]
    [InlineData("+help mrks", "There is no command `mrks` that you may use here. Did you mean `marks`?")]
    public async Task WordThatIsNearlyOne_IsSuggested(string line, string expected)
    {
        await using var rig = Rig();

        (await AskAsync(rig, line)).ShouldBe(expected);
    }

    [Fact]
    public async Task SecondWord_NearACommandThatTheCallerMayNotUse_IsNotSuggested()
    {
        await using var rig = Rig();

        (await AskAsync(rig, "+marks ad", TestGuild.Plain)).ShouldBe("`+marks` does not go on with `ad`. `+marks` alone lists what there is.");
    }

    [Fact]
    public async Task Help_ListsTheGroupOnce_AndHasPagesForItAndItsCommands()
    {
        await using var rig = Rig();

        var list = (await AskAsync(rig, "+help")).Split('\n');
        list.ShouldContain("`+marks` – Says what I am and how busy.");
        list.ShouldNotContain(line => line.Contains("marks add", StringComparison.Ordinal));
        (await AskAsync(rig, "+help mark")).ShouldContain("`+marks add <node>`");
        (await AskAsync(rig, "+help /marks")).ShouldContain("`+marks list`");
        var page = await AskAsync(rig, "+help marks  ADD");
        page.ShouldStartWith("**+marks add** · node `basics.marks.add`");
        page.ShouldContain("Usage: `+marks add <node>`");
        page.ShouldContain("Also: `+marks allow`, `+mark add`, `+mark allow`");
        page.ShouldEndWith("For example: `+marks add a.b`");
    }

    [Fact]
    public async Task Cooldown_MeterAndAnswers_GoByTheFullName()
    {
        await using var rig = Rig();
        var meters = rig.Get<IMeterValues>();

        await AskAsync(rig, "+marks list");
        (await AskAsync(rig, "+marks list")).ShouldBe("`+marks list` is ready for you again in 9 s.");
        (await AskAsync(rig, "+list")).ShouldBe("another");

        meters.Read("vexera.commands.duration").Select(one => one.Tag("command")).ShouldBe(["marks list", "list"], ignoreOrder: true);
    }

    [Fact]
    public async Task Switches_OfTheOwnerAndTheSettings_GoByTheFullName()
    {
        await using var rig = Rig();
        rig.Configure(("Commands:Owners:0", TestGuild.Owner.Id.ToString()));

        (await AskAsync(rig, "+command disable mark  list", TestGuild.Owner)).ShouldStartWith("`marks list` is switched off");
        rig.Get<OwnerSwitches>().IsOff(SwitchKind.Command, "marks list").ShouldBeTrue();
        (await rig.WriteAsync("+marks list", TestGuild.Moderator)).ShouldBeEmpty();
        (await AskAsync(rig, "+command disable marks lst", TestGuild.Owner)).ShouldContain("Did you mean `marks list`?");
        (await AskAsync(rig, "+marks add a.b")).ShouldBe("added a.b");
        rig.Configure(("Commands:Disabled:0", "MARKS add"));
        (await rig.WriteAsync("+marks add a.b", TestGuild.Moderator)).ShouldBeEmpty();
        (await AskAsync(rig, "+list")).ShouldBe("another");
    }

    [Fact]
    public async Task Registration_Group_IsOneCommandWithSubCommands()
    {
        await using var rig = Rig();
        await rig.StartAsync();
        await Eventually.UntilAsync(() => rig.Rest.Commands.Any(command => command.Name == "marks"));

        var marks = rig.Rest.Commands.Single(command => command.Name == "marks");
        marks.Description.ShouldBe("Says what I am and how busy.");
        marks.DefaultMemberPermissions.ShouldBeNull("a permission node may open it to anyone");
        marks.Contexts.ShouldBe([0, 1]);
        marks.Options!.Select(option => (option.Type, option.Name)).ShouldBe([(CommandOptionType.SubCommand, "add"), (CommandOptionType.SubCommand, "list")]);
        marks.Options![0].Options!.ShouldHaveSingleItem().Required.ShouldBe(true);
        rig.Configure(("Commands:Disabled:0", "marks list"));
        await Eventually.UntilAsync(() => rig.Rest.Commands.Single(command => command.Name == "marks").Options!.Count == 1);
        rig.Rest.Commands.Single(command => command.Name == "marks").Contexts.ShouldBe([0]);
        await rig.StopAsync();
    }

    private static async Task<string> AskAsync(CommandRig rig, string line, User? user = null) =>
        (await rig.WriteAsync(line, user ?? TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content!;

    private static CommandRig Rig() => new(services => services
        .AddTestCommand(Add, context => $"added {context.Arguments.Get(Node)}")
        .AddTestCommand(List, _ => "listed")
        .AddTestCommand(TestCommands.Definition("list"), _ => "another"));
}
