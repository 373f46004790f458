using System.Globalization;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Permissions;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Permissions;

/// <summary><c>perms list</c>, <c>nodes</c> and <c>explain</c>, in both forms.</summary>
public sealed class PermsViewTests
{
    [Fact]
    public async Task List_NoRules_SaysSo()
    {
        await using var rig = new PermsRig();

        (await rig.AskAsync(TestGuild.Moderator, "list")).ShouldBe(
            "This server has no rules: who may use a command is decided by its Discord permissions alone.");
        (await rig.AskAsync(TestGuild.Moderator, "list", ("target", "everyone"))).ShouldBe("There are no rules for everyone.");
    }

    [Fact]
    public async Task List_SomeGone_ShowsAndCleansThem()
    {
        await using var rig = new PermsRig();
        await rig.ChangeAsync(TestGuild.Owner, "deny", "<@6>", "basics.about");
        await rig.ChangeAsync(TestGuild.Owner, "add", "<@&41>", "basics.*");
        await rig.ChangeAsync(TestGuild.Owner, "deny", "<@&41>", "basics.about");
        await rig.ChangeAsync(TestGuild.Owner, "deny", "everyone", "basics.about");
        rig.Know(TestGuild.State);

        (await rig.AskAsync(TestGuild.Moderator, "list")).Split('\n').ShouldBe(
        [
            "**Permission rules of this server** (4)",
            "everyone: denied `basics.about`",
            "deleted role `41`: allowed `basics.*`; denied `basics.about`",
            "<@6> (`6`, not in this server): denied `basics.about`",
            "Rules of who is gone stay, in case they come back. `+perms clear` with the id removes them.",
        ]);
        (await rig.AskAsync(TestGuild.Owner, "clear", ("target", "41"))).ShouldBe("All rules of deleted role `41` are removed.");
        (await rig.AskAsync(TestGuild.Owner, "clear", ("target", "6"))).ShouldBe("All rules of <@6> are removed.");
        (await rig.RulesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task List_OfOne_SaysWhoSetWhatAndWhen()
    {
        await using var rig = new PermsRig();
        await rig.ChangeAsync(TestGuild.Owner, "deny", "<@&41>", "basics.about");
        await rig.ChangeAsync(TestGuild.Moderator, "add", "<@&41>", "basics.prefix");
        var at = rig.Typing.Time.GetUtcNow().ToUnixTimeSeconds();

        (await rig.AskAsync(TestGuild.Moderator, "list", ("target", "<@&41>"))).Split('\n').ShouldBe(
        [
            "**Rules of <@&41>**",
            $"`basics.about` denied, by <@1> <t:{at}:R>",
            $"`basics.prefix` allowed, by <@2> <t:{at}:R>",
        ]);
    }

    [Fact]
    public async Task RoleDeleted_WithRules_TakesThemAlong()
    {
        await using var rig = new PermsRig();
        await rig.ChangeAsync(TestGuild.Owner, "deny", "<@&41>", "basics.about");
        await rig.ChangeAsync(TestGuild.Owner, "deny", "everyone", "basics.about");

        foreach (var bot in new[] { rig.Typing, rig.Picking })
            await DeleteAsync(bot, PermsRig.Helpers.Id);

        (await rig.RulesAsync()).ShouldBe(["Everyone 10 Deny basics.about by 1"]);
    }

    [Fact]
    public async Task Nodes_Always_ListsEveryNodeWithItsDefault()
    {
        await using var rig = new PermsRig();

        (await rig.AskAsync(TestGuild.Moderator, "nodes")).ShouldStartWith("Every command has a node; `*` covers all of them.");
        var said = rig.Typing.Get<PermsNodesCommand>().Lines().Select(line => line.In(CultureInfo.InvariantCulture)).ToList();
        foreach (var node in rig.Typing.Get<NodeCatalog>().All)
            said.ShouldContain(line => line.Contains($"`{node}`"));
        said.ShouldContain("`basics.prefix` (**Manage Server**)");
        said.ShouldContain("`permissions.perms.*` – Who may use which command in this server.");
        said.ShouldNotContain(line => line.Contains("switches."));
    }

    [Fact]
    public async Task Explain_EveryCase_SaysWhatDecides()
    {
        await using var rig = new PermsRig();
        var at = rig.Typing.Time.GetUtcNow().ToUnixTimeSeconds();

        (await rig.ExplainAsync(TestGuild.Moderator, TestGuild.Owner, "purge")).ShouldBe(
            "<@1> may use `+purge` in this channel.\nThey own this server, and its owner passes every node.");
        (await rig.ExplainAsync(TestGuild.Moderator, TestGuild.Plain, "ping")).ShouldBe(
            "<@3> may use `+ping` in this channel.\nNo rule covers `basics.ping`, and the command takes no Discord permission.");
        (await rig.ExplainAsync(TestGuild.Moderator, TestGuild.Moderator, "perms add")).ShouldBe(
            "<@2> may use `+perms add` in this channel.\nNo rule covers `permissions.perms.add`, so the Discord permission that the command takes decides, and they have it: **Manage Server**.");
        (await rig.ExplainAsync(TestGuild.Moderator, TestGuild.Plain, "prefix")).ShouldBe(
            "<@3> may not use `+prefix` in this channel.\nNo rule covers `basics.prefix`, so the Discord permission that the command takes decides, and they lack it: **Manage Server**.");

        await rig.ChangeAsync(TestGuild.Owner, "add", "everyone", "basics.prefix");
        (await rig.ExplainAsync(TestGuild.Moderator, PermsRig.Helper, "prefix")).ShouldBe(
            $"<@5> may use `+prefix` in this channel.\nThe rule that allows `basics.prefix` for everyone decides; <@1> set it <t:{at}:R>. No rule of their own and none of their roles covers the command; of the rules for everyone the longest node counts.");
        await rig.ChangeAsync(TestGuild.Owner, "deny", "<@&41>", "basics.*");
        (await rig.ExplainAsync(TestGuild.Moderator, PermsRig.Helper, "basics.prefix")).ShouldBe(
            $"<@5> may not use `+prefix` in this channel.\nThe rule that denies `basics.*` to <@&41> decides; <@1> set it <t:{at}:R>. No rule of their own covers the command; of the rules of their roles the longest node counts, and of equally long ones a denial.");
        await rig.ChangeAsync(TestGuild.Owner, "add", "<@5>", "*");
        (await rig.ExplainAsync(TestGuild.Moderator, PermsRig.Helper, "prefix")).ShouldBe(
            $"<@5> may use `+prefix` in this channel.\nThe rule that allows `*` for <@5> decides; <@1> set it <t:{at}:R>. A user’s own rule comes before those of roles and of everyone, and of several the longest node counts.");

        (await rig.ExplainAsync(TestGuild.Moderator, TestGuild.Plain, "module")).ShouldBe(
            "<@3> may not use `+module`: it is for the owners of this bot, whatever nodes say.");
        (await rig.ExplainAsync(TestGuild.Moderator, PermsRig.Gone, "ping")).ShouldBe("<@6> is not in this server.");
        (await rig.ExplainAsync(TestGuild.Moderator, TestGuild.Plain, "pnig")).ShouldBe("There is no command `pnig`. Did you mean `ping`?");
        (await rig.ExplainAsync(TestGuild.Moderator, TestGuild.Plain, "nothinglikeit")).ShouldBe("There is no command `nothinglikeit`.");
    }

    private static async Task DeleteAsync(CommandRig rig, Snowflake role)
    {
        var context = new EventContext<GuildRoleDeleteEvent>(
            new GuildRoleDeleteEvent(TestGuild.Id, role), rig.Origin(), TestGuild.Id, TestGuild.State, TestGuild.State);
        foreach (var handler in rig.All<IEventHandler<GuildRoleDeleteEvent>>())
            await handler.HandleAsync(context, TestContext.Current.CancellationToken);
    }
}
