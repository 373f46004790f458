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
    private static readonly CommandGroup Perms = new("perms", BasicsText.AboutDescription) { Aliases = ["perm"] };
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
    [InlineData("+perms add a.b")]
    [InlineData("+PERMS  Add   a.b")]
    [InlineData("+perm allow a.b")]
    [InlineData("<@100> perms add a.b")]
    public async Task Prefix_BothWords_RunTheCommand(string line)
    {
        await using var rig = Rig();

        (await AskAsync(rig, line)).ShouldBe("added a.b");
    }

    [Fact]
    public async Task Slash_SubCommand_RunsTheCommandWithItsOptions()
    {
        await using var rig = Rig();

        (await rig.SlashAsync("perms add", [("node", "a.b")], TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content.ShouldBe("added a.b");
        (await rig.SlashAsync("perms gone")).ShouldHaveSingleItem().Message!.Content!.ShouldStartWith("`/perms gone` is no command of mine any more.");
    }

    [Fact]
    public async Task GroupAlone_ListsWhatTheCallerMayRun()
    {
        await using var rig = Rig();

        (await AskAsync(rig, "+perms")).ShouldBe(
            "Says what I am and how busy.\n`+perms add <node>` – Says how quickly Discord answers me.\n`+perms list` – Says how quickly Discord answers me.");
        (await AskAsync(rig, "+perms", TestGuild.Plain)).ShouldNotContain("perms add");
        rig.Configure(("Commands:Disabled:0", "perms list"));
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync(rig, "+perms", TestGuild.Plain)).ShouldBe("`+perms` has nothing that you may use here.");
    }

    [Theory]
    [InlineData("+perms ad a.b", "`+perms` does not go on with `ad`. Did you mean `+perms add`? `+perms` alone lists what there is.")]
    [InlineData("+perm alow", "`+perms` does not go on with `alow`. Did you mean `+perms add`? `+perms` alone lists what there is.")]
    [InlineData("+perms xyzzy", "`+perms` does not go on with `xyzzy`. `+perms` alone lists what there is.")]
    [InlineData("<@100> prms add", "I know no command `prms`. Did you mean `+perms`? `+help` lists what I can do.")]
    [InlineData("+help perms ad", "There is no command `perms ad` that you may use here. Did you mean `perms add`?")]
    [InlineData("+help prms", "There is no command `prms` that you may use here. Did you mean `perms`?")]
    public async Task WordThatIsNearlyOne_IsSuggested(string line, string expected)
    {
        await using var rig = Rig();

        (await AskAsync(rig, line)).ShouldBe(expected);
    }

    [Fact]
    public async Task SecondWord_NearACommandThatTheCallerMayNotUse_IsNotSuggested()
    {
        await using var rig = Rig();

        (await AskAsync(rig, "+perms ad", TestGuild.Plain)).ShouldBe("`+perms` does not go on with `ad`. `+perms` alone lists what there is.");
    }

    [Fact]
    public async Task Help_ListsTheGroupOnce_AndHasPagesForItAndItsCommands()
    {
        await using var rig = Rig();

        var list = (await AskAsync(rig, "+help")).Split('\n');
        list.ShouldContain("`+perms` – Says what I am and how busy.");
        list.ShouldNotContain(line => line.Contains("perms add", StringComparison.Ordinal));
        (await AskAsync(rig, "+help perm")).ShouldContain("`+perms add <node>`");
        (await AskAsync(rig, "+help /perms")).ShouldContain("`+perms list`");
        var page = await AskAsync(rig, "+help perms  ADD");
        page.ShouldStartWith("**+perms add** · node `basics.perms.add`");
        page.ShouldContain("Usage: `+perms add <node>`");
        page.ShouldContain("Also: `+perms allow`, `+perm add`, `+perm allow`");
        page.ShouldEndWith("For example: `+perms add a.b`");
    }

    [Fact]
    public async Task Cooldown_MeterAndAnswers_GoByTheFullName()
    {
        await using var rig = Rig();
        var meters = rig.Get<IMeterValues>();

        await AskAsync(rig, "+perms list");
        (await AskAsync(rig, "+perms list")).ShouldBe("`+perms list` is ready for you again in 9 s.");
        (await AskAsync(rig, "+list")).ShouldBe("another");

        meters.Read("vexera.commands.duration").Select(one => one.Tag("command")).ShouldBe(["perms list", "list"], ignoreOrder: true);
    }

    [Fact]
    public async Task Switches_OfTheOwnerAndTheSettings_GoByTheFullName()
    {
        await using var rig = Rig();
        rig.Configure(("Commands:Owners:0", TestGuild.Owner.Id.ToString()));

        (await AskAsync(rig, "+command disable perm  list", TestGuild.Owner)).ShouldStartWith("`perms list` is switched off");
        rig.Get<OwnerSwitches>().IsOff(SwitchKind.Command, "perms list").ShouldBeTrue();
        (await rig.WriteAsync("+perms list", TestGuild.Moderator)).ShouldBeEmpty();
        (await AskAsync(rig, "+command disable perms lst", TestGuild.Owner)).ShouldContain("Did you mean `perms list`?");
        (await AskAsync(rig, "+perms add a.b")).ShouldBe("added a.b");
        rig.Configure(("Commands:Disabled:0", "PERMS add"));
        (await rig.WriteAsync("+perms add a.b", TestGuild.Moderator)).ShouldBeEmpty();
        (await AskAsync(rig, "+list")).ShouldBe("another");
    }

    [Fact]
    public async Task Registration_Group_IsOneCommandWithSubCommands()
    {
        await using var rig = Rig();
        await rig.StartAsync();
        await Eventually.UntilAsync(() => rig.Rest.Commands.Any(command => command.Name == "perms"));

        var perms = rig.Rest.Commands.Single(command => command.Name == "perms");
        perms.Description.ShouldBe("Says what I am and how busy.");
        perms.DefaultMemberPermissions.ShouldBeNull("a permission node may open it to anyone");
        perms.Contexts.ShouldBe([0, 1]);
        perms.Options!.Select(option => (option.Type, option.Name)).ShouldBe([(CommandOptionType.SubCommand, "add"), (CommandOptionType.SubCommand, "list")]);
        perms.Options![0].Options!.ShouldHaveSingleItem().Required.ShouldBe(true);
        rig.Configure(("Commands:Disabled:0", "perms list"));
        await Eventually.UntilAsync(() => rig.Rest.Commands.Single(command => command.Name == "perms").Options!.Count == 1);
        rig.Rest.Commands.Single(command => command.Name == "perms").Contexts.ShouldBe([0]);
        await rig.StopAsync();
    }

    private static async Task<string> AskAsync(CommandRig rig, string line, User? user = null) =>
        (await rig.WriteAsync(line, user ?? TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content!;

    private static CommandRig Rig() => new(services => services
        .AddTestCommand(Add, context => $"added {context.Arguments.Get(Node)}")
        .AddTestCommand(List, _ => "listed")
        .AddTestCommand(TestCommands.Definition("list"), _ => "another"));
}
