using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Tests.Support;
using static Vexera.Tests.Commands.Nodes.TestNodes;

namespace Vexera.Tests.Commands.Nodes;

/// <summary>What the rules of a guild say holds for the prefix form, the slash form and the help.</summary>
public sealed class NodesInBothFormsTests
{
    private static readonly NodeSubject Moderators = Role(TestGuild.Moderators.Value);

    [Fact]
    public async Task Allowed_WithoutTheDefaultPermission_MayUseIt()
    {
        await using var rig = Rig();
        (await BothAsync(rig, TestGuild.Plain)).ShouldBe("`+purge` takes a permission that you do not have in this channel: **Manage Messages**.");

        await SetAsync(rig, Allow(Everyone, "basics.purge"));

        (await BothAsync(rig, TestGuild.Plain)).ShouldBe("purged");
        (await rig.WriteAsync("+help", TestGuild.Plain)).ShouldHaveSingleItem().Message!.Content!.ShouldContain("+purge");
    }

    [Fact]
    public async Task Denied_EachTier_SaysWhichRule()
    {
        await using var rig = Rig();
        await SetAsync(rig, Deny(Everyone, "*"));
        (await BothAsync(rig, TestGuild.Moderator)).ShouldBe(
            "`+purge` is not open to you in this server: the permission node `*` is denied to everyone who has no rule of their own.");

        await SetAsync(rig, Deny(Moderators, "basics.*"));
        (await BothAsync(rig, TestGuild.Moderator)).ShouldBe(
            "`+purge` is not open to you in this server: the permission node `basics.*` is denied to your role <@&30>.");

        await SetAsync(rig, Deny(User(TestGuild.Moderator.Id.Value), "basics.purge"));
        (await BothAsync(rig, TestGuild.Moderator)).ShouldBe(
            "`+purge` is not open to you in this server: the permission node `basics.purge` is denied to you.");

        (await BothAsync(rig, TestGuild.Owner)).ShouldBe("purged");
    }

    [Fact]
    public async Task Denied_Command_IsNotInTheHelp()
    {
        await using var rig = Rig();
        await SetAsync(rig, Deny(Everyone, "basics.purge"));

        (await rig.WriteAsync("+help", TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content!.ShouldNotContain("+purge");
    }

    [Fact]
    public async Task Allowed_OwnersCommand_StaysTheOwners()
    {
        await using var rig = new CommandRig(services => services.AddTestCommand(
            TestCommands.Definition("proclaim") with { OwnerOnly = true }, _ => "announced"));
        await SetAsync(rig, Allow(Everyone, "*"));

        (await rig.WriteAsync("+proclaim", TestGuild.Moderator))[^1].Message!.Content.ShouldBe("`+proclaim` is for the owner of this bot.");
    }

    [Fact]
    public async Task Denied_Everything_StillSaysHelloAndThatANameIsNone()
    {
        await using var rig = Rig();
        await SetAsync(rig, Deny(Everyone, "*"));

        (await rig.WriteAsync("<@100>")).ShouldHaveSingleItem().Message!.Content!.ShouldStartWith("Hello!");
    }

    [Fact]
    public async Task Denied_InDirectMessages_NobodysRulesHold()
    {
        await using var rig = Rig();
        await SetAsync(rig, Deny(Everyone, "*"));

        (await rig.WriteAsync("+ping", direct: true)).ShouldHaveSingleItem().Message!.Content!.ShouldStartWith("Pong!");
    }

    [Fact]
    public async Task Denied_DatabaseGone_StillHolds()
    {
        await using var rig = Rig();
        await SetAsync(rig, Deny(Moderators, "basics.purge"));

        rig.Trouble.ReadFailure = TroubledDatabase.Full;

        (await BothAsync(rig, TestGuild.Moderator)).ShouldEndWith("is denied to your role <@&30>.");
    }

    [Fact]
    public async Task RulesNeverRead_DatabaseGone_OnlyTheOwnerUsesWhatTakesAPermission()
    {
        await using var before = Rig();
        await SetAsync(before, Allow(Everyone, "basics.purge"));
        await using var rig = Rig(before);
        rig.Trouble.ReadFailure = TroubledDatabase.Full;

        (await BothAsync(rig, TestGuild.Moderator)).ShouldBe(
            "`+purge` cannot be used right now: the permission rules of this server cannot be read at the moment, and one of them may deny it."
            + " Please try again in a few minutes.");
        (await rig.WriteAsync("+help", TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content!.ShouldNotContain("+purge");
        (await rig.WriteAsync("+ping", TestGuild.Plain)).ShouldHaveSingleItem().Message!.Content!.ShouldStartWith("Pong!");
        (await BothAsync(rig, TestGuild.Owner)).ShouldBe("purged");

        rig.Trouble.ReadFailure = null;
        (await BothAsync(rig, TestGuild.Plain)).ShouldBe("purged");
    }

    private static CommandRig Rig(CommandRig? before = null) => new(services => services.AddTestCommand(
        TestCommands.Definition("purge") with { GuildOnly = true, DefaultPermission = Permission.ManageMessages }, _ => "purged"), before: before);

    private static Task<bool> SetAsync(CommandRig rig, NodeRule rule) =>
        rig.Get<INodeRules>().ChangeAsync(TestGuild.Id, nodes => nodes.With(rule), TestContext.Current.CancellationToken);

    private static async Task<string> BothAsync(CommandRig rig, User user)
    {
        var typed = (await rig.WriteAsync("+purge", user)).ShouldHaveSingleItem().Message!.Content!;
        var picked = (await rig.SlashAsync("purge", user: user)).ShouldHaveSingleItem().Message!.Content!;
        picked.Replace("`/purge`", "`+purge`", StringComparison.Ordinal).ShouldBe(typed);
        return typed;
    }
}
