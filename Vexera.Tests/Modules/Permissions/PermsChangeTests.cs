using Vexera.Core.Commands.Nodes;
using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Permissions;

/// <summary><c>perms add</c>, <c>deny</c>, <c>remove</c> and <c>clear</c>, in both forms.</summary>
public sealed class PermsChangeTests
{
    private const string LockedOut =
        "That would take the right to manage permissions from you, so I left everything as it was. Somebody else who has that right can do it.";

    [Fact]
    public async Task Change_EachVerb_HoldsAtOnce()
    {
        await using var rig = new PermsRig();

        (await rig.ChangeAsync(TestGuild.Owner, "add", "everyone", "Basics.Prefix")).ShouldBe("`basics.prefix` is allowed for everyone.");
        (await rig.ChangeAsync(TestGuild.Owner, "add", "everyone", "basics.prefix")).ShouldBe("`basics.prefix` is allowed for everyone already.");
        (await rig.ChangeAsync(TestGuild.Owner, "deny", "<@&30>", "basics.*")).ShouldBe("`basics.*` is denied to <@&30>.");
        (await rig.ChangeAsync(TestGuild.Owner, "deny", "<@3>", "*")).ShouldBe("`*` is denied to <@3>.");
        (await rig.RulesAsync()).ShouldBe(["User 3 Deny * by 1", "Role 30 Deny basics.* by 1", "Everyone 10 Allow basics.prefix by 1"]);
        (await rig.Typing.WriteAsync("+ping")).ShouldHaveSingleItem().Message!.Content!.ShouldContain("denied to you");

        (await rig.ChangeAsync(TestGuild.Owner, "deny", "everyone", "basics.prefix")).ShouldBe("`basics.prefix` is denied to everyone.");
        (await rig.ChangeAsync(TestGuild.Owner, "remove", "everyone", "basics.prefix")).ShouldBe("`basics.prefix` is neutral again for everyone.");
        (await rig.ChangeAsync(TestGuild.Owner, "remove", "everyone", "basics.prefix")).ShouldBe(
            "There is no rule about `basics.prefix` for everyone. `+perms list` shows the rules there are.");
        (await rig.AskAsync(TestGuild.Owner, "clear", ("target", "<@3>"))).ShouldBe("All rules of <@3> are removed.");
        (await rig.AskAsync(TestGuild.Owner, "clear", ("target", "<@3>"))).ShouldBe("There are no rules for <@3>.");
        (await rig.RulesAsync()).ShouldBe(["Role 30 Deny basics.* by 1"]);
    }

    [Theory]
    [InlineData("basics.pnig", "There is no node `basics.pnig`. Did you mean `basics.ping`? `+perms nodes` lists all there are.")]
    [InlineData("ping", "There is no node `ping`. Did you mean `basics.ping`? `+perms nodes` lists all there are.")]
    [InlineData("nothinglikeit", "There is no node `nothinglikeit`. `+perms nodes` lists all there are.")]
    [InlineData("switches.module", "There is no node `switches.module`. `+perms nodes` lists all there are.")]
    public async Task Change_NodeNotThere_SaysTheNearest(string node, string answer)
    {
        await using var rig = new PermsRig();

        (await rig.ChangeAsync(TestGuild.Owner, "add", "everyone", node)).ShouldBe(answer);

        (await rig.ChangeAsync(TestGuild.Owner, "remove", "everyone", node)).ShouldBe(answer);
        (await rig.RulesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Change_ByAMemberWithoutManageServer_IsRefused()
    {
        await using var rig = new PermsRig();

        (await rig.ChangeAsync(TestGuild.Plain, "add", "<@3>", "basics.ping")).ShouldBe(
            "`+perms add` takes a permission that you do not have in this channel: **Manage Server**.");
    }

    [Theory]
    [InlineData("deny", "<@2>", "permissions.*")]
    [InlineData("deny", "<@2>", "permissions.perms.list")]
    [InlineData("deny", "<@&30>", "permissions.perms.*")]
    [InlineData("deny", "everyone", "*")]
    public async Task Deny_TheRightToManageToOneself_IsRefused(string verb, string target, string node)
    {
        await using var rig = new PermsRig();

        (await rig.ChangeAsync(TestGuild.Moderator, verb, target, node)).ShouldBe(LockedOut);

        (await rig.RulesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remove_WhatTheRightToManageRestsOn_IsRefused()
    {
        await using var rig = new PermsRig();
        await rig.ChangeAsync(TestGuild.Owner, "add", "<@5>", "permissions.*");

        (await rig.ChangeAsync(PermsRig.Helper, "remove", "<@5>", "permissions.*")).ShouldBe(LockedOut);
        (await rig.AskAsync(PermsRig.Helper, "clear", ("target", "<@5>"))).ShouldBe(LockedOut);
        (await rig.ChangeAsync(PermsRig.Helper, "deny", "<@5>", "permissions.*")).ShouldBe(LockedOut);

        (await rig.RulesAsync()).ShouldHaveSingleItem();
        (await rig.ChangeAsync(TestGuild.Owner, "remove", "<@5>", "permissions.*")).ShouldStartWith("`permissions.*` is neutral");
    }

    [Fact]
    public async Task Add_WhatTheCallerDoesNotHave_IsRefused()
    {
        await using var rig = new PermsRig();

        (await rig.ChangeAsync(TestGuild.Moderator, "add", "<@&41>", "basics.purge")).ShouldBe(
            "You can only give what you have yourself, and this would give more: `basics.purge`.");
        (await rig.ChangeAsync(TestGuild.Moderator, "add", "<@2>", "basics.*")).ShouldStartWith("You can only give what you have yourself");
        (await rig.ChangeAsync(TestGuild.Moderator, "add", "<@&41>", "basics.prefix")).ShouldBe("`basics.prefix` is allowed for <@&41>.");
        await rig.ChangeAsync(TestGuild.Owner, "deny", "<@&30>", "basics.about");
        (await rig.ChangeAsync(TestGuild.Moderator, "add", "<@2>", "basics.about")).ShouldStartWith("You can only give what you have yourself");
        (await rig.ChangeAsync(TestGuild.Moderator, "remove", "<@&30>", "basics.about")).ShouldStartWith("You can only give what you have yourself");
        (await rig.AskAsync(TestGuild.Moderator, "clear", ("target", "<@&30>"))).ShouldStartWith("You can only give what you have yourself");
    }

    [Fact]
    public async Task Deny_ToEveryoneThenAllowToARole_WorksForWhoDidBoth()
    {
        await using var rig = new PermsRig();

        (await rig.ChangeAsync(TestGuild.Moderator, "deny", "everyone", "basics.about")).ShouldBe(
            "`basics.about` is denied to everyone.\nThat includes you. You can take it back: what you denied yourself does not bind you here.");
        (await rig.ChangeAsync(TestGuild.Moderator, "add", "<@&41>", "basics.about")).ShouldBe("`basics.about` is allowed for <@&41>.");
        (await rig.ChangeAsync(TestGuild.Moderator, "remove", "everyone", "basics.about")).ShouldBe("`basics.about` is neutral again for everyone.");
    }

    [Fact]
    public async Task Change_WhatStandsAboveTheCaller_IsRefused()
    {
        await using var rig = new PermsRig();

        (await rig.ChangeAsync(TestGuild.Moderator, "deny", "<@&40>", "basics.about")).ShouldBe(
            "<@&40> stands above your highest role, `Moderators`. Its rules are up to those above it.");
        (await rig.ChangeAsync(TestGuild.Moderator, "deny", "<@4>", "basics.about")).ShouldBe(
            "<@4> does not stand below you in the roles of this server. Their rules are up to those above them.");
        (await rig.ChangeAsync(TestGuild.Moderator, "deny", "<@1>", "basics.about")).ShouldBe(
            "<@1> owns this server and passes every node; a rule would change nothing.");
        (await rig.ChangeAsync(TestGuild.Moderator, "deny", "<@5>", "basics.about")).ShouldBe("`basics.about` is denied to <@5>.");
        (await rig.ChangeAsync(TestGuild.Moderator, "deny", "<@6>", "basics.about")).ShouldBe("`basics.about` is denied to <@6>.");
        (await rig.ChangeAsync(TestGuild.Owner, "deny", "<@4>", "basics.about")).ShouldBe("`basics.about` is denied to <@4>.");
        (await rig.AskAsync(TestGuild.Moderator, "clear", ("target", "<@4>"))).ShouldStartWith("<@4> does not stand below you");
    }

    [Fact]
    public async Task Change_RoleOrUserThatIsNotThere_IsRefused()
    {
        await using var rig = new PermsRig();

        (await rig.ChangeAsync(TestGuild.Owner, "add", "77", "basics.about")).ShouldBe("Discord knows no user `77`.");
        (await rig.Typing.WriteAsync("+perms add <@&77> basics.about", TestGuild.Owner)).ShouldHaveSingleItem().Message!.Content.ShouldBe(
            "There is no role `77` any more. `+perms clear 77` removes what rules are left of it.");
        (await rig.Typing.WriteAsync("+perms add nobody basics.about", TestGuild.Owner)).ShouldHaveSingleItem().Message!.Content.ShouldBe(
            "`nobody` does not fit **target**. Allowed is `everyone`, a role of this server by mention, id or name, or a user by mention, id or name; for example `@Moderators`.");
        (await rig.RulesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_MoreThanAGuildMayHave_IsRefused()
    {
        await using var rig = new PermsRig();
        foreach (var bot in new[] { rig.Typing, rig.Picking })
        {
            await bot.Get<INodeRules>().ChangeAsync(
                TestGuild.Id,
                _ => new GuildNodes(Enumerable.Range(100, 500).Select(id => Vexera.Tests.Commands.Nodes.TestNodes.Deny(
                    Vexera.Tests.Commands.Nodes.TestNodes.User((ulong)id), "basics.ping"))),
                TestContext.Current.CancellationToken);
        }

        (await rig.ChangeAsync(TestGuild.Owner, "add", "everyone", "basics.about")).ShouldBe(
            "A server can have 500 rules, and this one has as many. Please remove some first.");
    }

    [Fact]
    public async Task Change_DatabaseInTrouble_SaysSo()
    {
        await using var rig = new PermsRig();
        (rig.Typing.Trouble.WriteFailure, rig.Picking.Trouble.WriteFailure) = (TroubledDatabase.Full, TroubledDatabase.Full);

        (await rig.ChangeAsync(TestGuild.Owner, "add", "everyone", "basics.prefix")).ShouldBe(
            "`basics.prefix` is allowed for everyone.\nThe database takes nothing at the moment. The change holds at once and is written as soon as it does.");
        rig.Typing.Get<DeferredWrites>().Count.ShouldBe(1);
        await using var unread = new PermsRig();
        (unread.Typing.Trouble.ReadFailure, unread.Picking.Trouble.ReadFailure) = (TroubledDatabase.Full, TroubledDatabase.Full);

        (await unread.ChangeAsync(TestGuild.Owner, "add", "everyone", "basics.prefix")).ShouldStartWith("I cannot get at the rules of this server right now");
        const string cannotRead = "I cannot read the rules of this server right now. Please try again in a few minutes.";
        (await unread.AskAsync(TestGuild.Owner, "list")).ShouldBe(cannotRead);
        (await unread.ExplainAsync(TestGuild.Owner, TestGuild.Moderator, "prefix")).ShouldBe(cannotRead);
    }

    [Fact]
    public async Task TwoChangesAtOnce_EachRestingOnTheOther_CannotTakeTheRightAway()
    {
        await using var rig = new PermsRig();
        await rig.ChangeAsync(TestGuild.Owner, "add", "<@5>", "permissions.*");
        await rig.ChangeAsync(TestGuild.Owner, "add", "<@&41>", "permissions.*");

        await Task.WhenAll(
            rig.Typing.WriteAsync("+perms remove <@5> permissions.*", PermsRig.Helper),
            rig.Typing.WriteAsync("+perms clear <@&41>", PermsRig.Helper));

        (await rig.Typing.Get<INodeRules>().ReadAsync(TestGuild.Id, TestContext.Current.CancellationToken)).Rules.ShouldNotBeEmpty();
    }
}
