using Vexera.Core.Commands.Switches;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Modules;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Switches;

public sealed class SwitchesTests
{
    [Theory]
    [InlineData("+module disable basics")]
    [InlineData("+command disable ping")]
    public async Task Disable_ByTheOwner_HoldsAtOnceForEveryone(string line)
    {
        await using var rig = Rig();
        (await rig.WriteAsync("+ping")).ShouldNotBeEmpty();

        var answer = await AskAsync(rig, line);

        answer.ShouldContain("is switched off, for every server.");
        (await rig.WriteAsync("+ping")).ShouldBeEmpty();
        (await rig.SlashAsync("ping")).ShouldHaveSingleItem().Message!.Content!.ShouldContain("switched off");
    }

    [Fact]
    public async Task Disable_ThenEnable_BringsItBack()
    {
        await using var rig = Rig();
        await AskAsync(rig, "+command disable ping");

        (await AskAsync(rig, "+command enable ping")).ShouldBe("`ping` is switched on, for every server.");

        (await rig.WriteAsync("+ping")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("+module disable basics")]
    [InlineData("+command disable ping")]
    public async Task Disable_NotTheOwner_IsRefused(string line)
    {
        await using var rig = Rig();

        (await rig.WriteAsync(line, TestGuild.Moderator))[^1].Message!.Content!.ShouldContain("owner");

        (await rig.WriteAsync("+ping")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Disable_Restart_StaysOffAndSaysWhoAndWhen()
    {
        await using var first = Rig();
        await AskAsync(first, "+module disable basics");
        await AskAsync(first, "+command disable cache");

        await using var second = new CommandRig(before: first);
        await second.Get<OwnerSwitches>().StartAsync(TestContext.Current.CancellationToken);

        second.Get<IModuleSwitches>().IsOn("Basics").ShouldBeFalse();
        var at = second.Time.GetUtcNow().ToUnixTimeSeconds();
        (await AskAsync(second, "+module basics")).ShouldBe($"`Basics`: off, by `owner (1)` <t:{at}:R>");
        (await AskAsync(second, "+command")).ShouldContain($"`cache`: off, by `owner (1)` <t:{at}:R>");
    }

    [Theory]
    [InlineData("+module disable switches", "`Switches`")]
    [InlineData("+command disable module", "`module`")]
    [InlineData("+command disable command", "`command`")]
    public async Task Disable_TheSwitchesThemselves_StaysOn(string line, string name)
    {
        await using var rig = Rig();

        (await AskAsync(rig, line)).ShouldBe($"{name} stays on: without it nothing could be switched on again. The settings file can switch it off.");

        (await AskAsync(rig, "+command ping")).ShouldBe("`ping`: on");
    }

    [Theory]
    [InlineData("+module disable grating", "There is no `grating`. Did you mean `Greeting`? `+module` lists what there is.")]
    [InlineData("+module enable nothinglikeit", "There is no `nothinglikeit`. `+module` lists what there is.")]
    [InlineData("+command disable pnig", "There is no `pnig`. Did you mean `ping`? `+command` lists what there is.")]
    [InlineData("+command disable", "Which one? Write for example `+command disable ping`.")]
    public async Task Set_NameNotThere_SaysTheNearest(string line, string answer)
    {
        await using var rig = Rig();

        (await AskAsync(rig, line)).ShouldBe(answer);
    }

    [Fact]
    public async Task Enable_SettingsHaveItOff_StaysOffAndSaysSo()
    {
        await using var rig = Rig(("Modules:Cache:Enabled", "false"), ("Commands:Disabled:0", "ping"));

        (await AskAsync(rig, "+module enable cache")).ShouldBe(
            "`Cache` is switched on here already.\nIt stays off all the same: the settings file has it off (`Modules:Cache:Enabled`), and off in either place is off. Change it there; I follow it at once.");
        (await AskAsync(rig, "+command disable ping")).ShouldEndWith("The settings file has it off as well (`Commands:Disabled`).");

        rig.Get<IModuleSwitches>().IsOn("Cache").ShouldBeFalse();
        rig.Configure(("Commands:Disabled:0", "nothing"));
        (await rig.WriteAsync("+ping")).ShouldBeEmpty("the owner's switch is off still");
    }

    [Fact]
    public async Task Enable_ModuleIsOff_SaysSo()
    {
        await using var rig = Rig();
        await AskAsync(rig, "+module disable cache");
        await AskAsync(rig, "+command disable cache");

        (await AskAsync(rig, "+command enable cache")).ShouldBe(
            "`cache` is switched on, for every server.\nIt stays off all the same, for its module `Cache` is off.");
        (await AskAsync(rig, "+command cache")).ShouldBe("`cache`: off with its module `Cache`");
    }

    [Fact]
    public async Task List_Modules_NamesEachAndHowItStands()
    {
        await using var rig = Rig(("Modules:Cache:Enabled", "false"));
        await AskAsync(rig, "+module disable shards");

        var lines = (await AskAsync(rig, "+module")).Split('\n');

        lines.Length.ShouldBe(ModuleCatalog.All.Count);
        lines.ShouldContain("`Basics`: on");
        lines.ShouldContain("`Cache`: off in the settings file (`Modules:Cache:Enabled`)");
        lines.ShouldContain(line => line.StartsWith("`Shards`: off, by `owner (1)`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disable_DatabaseTakesNothing_HoldsAndSaysSo()
    {
        await using var rig = Rig();
        rig.Trouble.WriteFailure = TroubledDatabase.Full;

        (await AskAsync(rig, "+command disable ping")).ShouldContain("The switch holds while I run");

        (await rig.WriteAsync("+ping")).ShouldBeEmpty();
    }

    [Fact]
    public async Task OnChange_SwitchSet_CallsBackUntilDisposed()
    {
        await using var rig = Rig();
        var calls = 0;
        var subscription = rig.Get<ISwitchboard>().OnChange(() => calls++);

        await AskAsync(rig, "+command disable ping");
        calls.ShouldBePositive();
        var before = calls;
        subscription.Dispose();
        await AskAsync(rig, "+command enable ping");

        calls.ShouldBe(before);
    }

    [Fact]
    public async Task Disable_Greeting_ThanksNobody()
    {
        await using var rig = Rig();
        await AskAsync(rig, "+module disable greeting");

        var calls = await rig.CreateGuildAsync(TestGuild.State with { Id = new(77), JoinedAt = rig.Time.GetUtcNow() + TimeSpan.FromMinutes(1) });

        calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Disable_Command_LeavesTheSlashMenu()
    {
        await using var rig = Rig();
        await rig.StartAsync();
        await Eventually.UntilAsync(() => rig.Rest.Commands.Any(command => command.Name == "ping"));

        await AskAsync(rig, "+command disable ping");

        await Eventually.UntilAsync(() => rig.Rest.Commands.All(command => command.Name != "ping"));
        await rig.StopAsync();
    }

    private static CommandRig Rig(params (string Path, string? Value)[] settings)
    {
        var rig = new CommandRig(settings: settings);
        rig.Rest.Application = new Application { Id = FakeSelf.Id, Owner = TestGuild.Owner };
        return rig;
    }

    private static async Task<string> AskAsync(CommandRig rig, string line) =>
        (await rig.WriteAsync(line, TestGuild.Owner)).Last(call => call.Name == "create").Message!.Content!;
}
