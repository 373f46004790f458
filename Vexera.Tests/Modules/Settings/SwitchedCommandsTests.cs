using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Settings;

/// <summary>Commands that one guild has switched off.</summary>
public sealed class SwitchedCommandsTests
{
    [Theory]
    [InlineData("ping", "basics.ping")]
    [InlineData("basics.ping", "basics.ping")]
    [InlineData("basics", "basics.*")]
    [InlineData("BASICS.*", "basics.*")]
    public async Task Disable_CommandOrChapter_IsRefusedByNameInBothForms(string name, string node)
    {
        await using var rig = new CommandRig();

        (await rig.SayAsync($"+settings disable {name}")).ShouldBe($"`{node}` is off on this server from now on.");

        (await rig.SayAsync("+ping")).ShouldBe($"`+ping` is switched off on this server (`{node}`).");
        (await rig.SlashAsync("ping")).ShouldHaveSingleItem().Message!.Content.ShouldBe($"`/ping` is switched off on this server (`{node}`).");
        (await rig.WriteAsync("+ping", direct: true)).ShouldHaveSingleItem().Message!.Content!.ShouldContain("Pong");
    }

    [Fact]
    public async Task Disable_Command_LeavesTheHelpEvenOfTheOwner()
    {
        await using var rig = new CommandRig();
        (await rig.SayAsync("+help")).ShouldContain("`+ping`");

        await rig.SayAsync("+settings disable ping");

        (await rig.SayAsync("+help")).ShouldNotContain("`+ping`");
    }

    [Fact]
    public async Task Enable_Chapter_BringsAllOfItBackOverARestart()
    {
        await using var first = new CommandRig();
        await first.SayAsync("+settings disable ping");
        await first.SayAsync("+settings disable basics");
        await using var rig = new CommandRig(before: first);
        (await rig.SayAsync("+ping")).ShouldContain("switched off");
        (await rig.SayAsync("+settings enable ping")).ShouldBe("`basics.ping` stays off here, since all of `basics.*` is switched off.");

        (await rig.SayAsync("+settings enable basics")).ShouldBe("`basics.*` is on again on this server.");

        (await rig.SayAsync("+ping")).ShouldContain("Pong");
        (await rig.SayAsync("+settings enable basics")).ShouldBe("`basics.*` is on already.");
    }

    [Theory]
    [InlineData("settings enable", "stays on")]
    [InlineData("settings disable", "stays on")]
    [InlineData("pign", "Did you mean `basics.ping`?")]
    [InlineData("*", "I know no command or chapter `*`.")]
    [InlineData("shards", "I know no command or chapter `shards`.")]
    public async Task Disable_WhatCannotBe_IsRefusedAndSaysWhy(string name, string says)
    {
        await using var rig = new CommandRig();

        (await rig.SayAsync($"+settings disable {name}")).ShouldContain(says);

        (await rig.SayAsync("+settings show")).ShouldContain("No command is switched off.");
    }

    [Fact]
    public async Task Disable_ChapterOfTheSwitches_LeavesTheSwitchesOn()
    {
        await using var rig = new CommandRig();
        await rig.SayAsync("+settings disable settings");
        (await rig.SayAsync("+settings show")).ShouldContain("switched off");

        (await rig.SayAsync("+settings enable settings")).ShouldContain("on again");

        (await rig.SayAsync("+settings show")).ShouldContain("Prefix");
    }

    [Fact]
    public async Task Disable_ByWhoMayNotManageTheServer_IsRefused()
    {
        await using var rig = new CommandRig();

        (await rig.SayAsync("+settings disable ping", TestGuild.Plain)).ShouldContain("Manage Server");

        (await rig.SayAsync("+ping")).ShouldContain("Pong");
    }
}
