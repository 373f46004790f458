using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Tests.Commands;
using Vexera.Tests.Commands.Nodes;
using Vexera.Tests.Modules.Settings;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Permissions;

/// <summary>Permission rules in the file of a server's settings: an import can do no more than its caller could one by one.</summary>
public sealed class PermissionsPartTests
{
    private static readonly Role Seniors = new() { Id = new Snowflake(40), Name = "Seniors", Permissions = Permission.None, Position = 9 };

    [Theory]
    [InlineData("""{"for":"role:30","node":"permissions.*","effect":"deny"}""", "`permissions[0]`: `permissions.*` will not do. That would take the right to manage permissions from you")]
    [InlineData("""{"for":"user:2","node":"permissions.perms.list","effect":"deny"}""", "`permissions[0]`: `permissions.perms.list` will not do. That would take the right")]
    [InlineData("""{"for":"everyone","node":"moderation.kick","effect":"allow"}""", "`permissions[0].node`: `moderation.kick` will not do. You can only give what you have yourself, and this would give more: `moderation.kick`.")]
    [InlineData("""{"for":"role:40","node":"basics.ping","effect":"deny"}""", "`permissions[0].for`: `role:40` will not do. <@&40> stands above your highest role")]
    [InlineData("""{"for":"role:999","node":"basics.ping","effect":"deny"}""", "`permissions[0].for`: `role:999` will not do. There is no role `999` any more.")]
    [InlineData("""{"for":"user:999","node":"basics.ping","effect":"deny"}""", "`permissions[0].for`: `user:999` will not do. Discord knows no user `999`.")]
    [InlineData("""{"for":"user:1","node":"basics.ping","effect":"deny"}""", "owns this server and passes every node")]
    [InlineData("""{"for":"everyone","node":"basics.pign","effect":"deny"}""", "`permissions[0].node`: `basics.pign` will not do. There is no node `basics.pign`. Did you mean `basics.ping`?")]
    [InlineData("""{"for":"everybody","node":"basics.ping","effect":"deny"}""", "`permissions[0].for`: `\"everybody\"` will not do; allowed is `everyone`, or `role:` or `user:` with an id after it.")]
    [InlineData("""{"for":"everyone","node":"basics.ping","effect":"maybe"}""", "`permissions[0].effect`: `\"maybe\"` will not do; allowed is `allow` or `deny`.")]
    [InlineData("""{"for":"everyone","node":7,"effect":"deny"}""", "`permissions[0].node`: `7` will not do")]
    [InlineData("""{"for":"everyone","node":"basics.ping"}""", "`permissions[0]`: ")]
    [InlineData("""{"for":"everyone","node":"basics.ping","effect":"deny","by":"2"}""", "`permissions[0].by`: `\"2\"` will not do")]
    [InlineData("\"basics.ping\"", "`permissions[0]`: ")]
    public async Task Import_RuleThatItsCallerCouldNotSet_IsRefusedWithTheReasonAndChangesNothing(string rule, string says)
    {
        await using var rig = Rig();
        await rig.SayAsync("+perms deny everyone basics.about");
        var before = await RulesAsync(rig);

        var answer = await rig.ImportAsync(File(rule), user: TestGuild.Moderator);

        answer.ShouldStartWith("Nothing was changed.");
        answer.ShouldContain(says);
        (await RulesAsync(rig)).ShouldBe(before);
    }

    [Fact]
    public async Task Import_ManyMistakes_NamesEach()
    {
        await using var rig = Rig();

        var answer = await rig.ImportAsync(
            File(
                """{"for":"role:999","node":"basics.pign","effect":"deny"}""",
                """{"for":"everyone","node":"basics.ping","effect":"deny"}""",
                """{"for":"everyone","node":"BASICS.PING","effect":"allow"}""",
                """{"for":"role:998","node":"basics.ping","effect":"deny"}""",
                """{"for":"user:x","node":"basics.ping","effect":1}""",
                """{"for":"everyone","node":"moderation.*","effect":"allow"}"""),
            user: TestGuild.Moderator);

        foreach (var path in new[] { "[0].node", "[2]", "[3].for", "[4].for", "[4].effect", "[5].node" })
            answer.ShouldContain($"`permissions{path}`: ");
        answer.ShouldNotContain("permissions[1]");
    }

    [Fact]
    public async Task Import_WithoutADenialThatBindsItsCaller_IsRefused()
    {
        await using var rig = Rig();
        await rig.SayAsync("+perms deny <@2> basics.ping");

        (await rig.ImportAsync(File(), user: TestGuild.Moderator)).ShouldContain(
            "`permissions`: `basics.ping` will not do. You can only give what you have yourself, and this would give more: `basics.ping`.");

        (await RulesAsync(rig)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Import_WithoutThePermissionThatLetsItsCallerIn_IsRefused()
    {
        await using var rig = Rig();
        await rig.SayAsync("+perms deny everyone permissions.*");
        await rig.SayAsync("+perms add <@2> permissions.*");

        var answer = await rig.ImportAsync(
            File("""{"for":"everyone","node":"permissions.*","effect":"deny"}"""), user: TestGuild.Moderator);

        answer.ShouldContain("That would take the right to manage permissions from you");
        (await RulesAsync(rig)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Import_WithoutARuleOfARoleAbove_IsRefused()
    {
        await using var rig = Rig();
        await rig.SayAsync("+perms add Seniors basics.ping");

        (await rig.ImportAsync(File(), user: TestGuild.Moderator)).ShouldContain("`permissions`: `role:40` will not do. <@&40> stands above");

        (await RulesAsync(rig)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Import_RulesThatAreSetAlready_StayWithWhoSetThemAndAreNotQuestioned()
    {
        await using var rig = Rig();
        var gone = new NodeRule(TestNodes.Role(999), TestNodes.Pattern("basics.gone"), NodeEffect.Allow, new Snowflake(8), DateTimeOffset.UnixEpoch);
        await rig.Get<INodeRules>().ChangeAsync(TestGuild.Id, nodes => nodes.With(gone), TestContext.Current.CancellationToken);
        await rig.SayAsync("+perms deny everyone basics.about");

        var answer = await rig.ImportAsync(
            File(
                """{"for":"role:999","node":"basics.gone","effect":"allow"}""",
                """{"for":"everyone","node":"basics.about","effect":"allow"}""",
                """{"for":"user:3","node":"basics.ping","effect":"deny"}"""));

        answer.ShouldBe("Done. This has changed:\n`basics.ping` is denied to <@3>.\n`basics.about` is allowed for everyone.");
        (await RulesAsync(rig)).ShouldBe(["User 3 Deny basics.ping by 1", "Role 999 Allow basics.gone by 8", "Everyone 10 Allow basics.about by 1"]);
        (await rig.SayAsync("+ping", TestGuild.Plain)).ShouldContain("basics.ping");
        (await rig.SayAsync("+settings show")).ShouldContain("Permission rules: 3");
    }

    [Fact]
    public async Task Import_MoreRulesThanAServerCanHave_IsRefused()
    {
        await using var rig = Rig();
        var nodes = rig.Get<NodeCatalog>().All.Select(node => node.Text).Take(20).ToArray();
        var rules = Enumerable.Range(100, 30).SelectMany(user => nodes.Select(node => $$"""{"for":"user:{{user}}","node":"{{node}}","effect":"deny"}"""));
        foreach (var user in Enumerable.Range(100, 30))
            rig.Rest.Accounts[new Snowflake((ulong)user)] = new User { Id = new Snowflake((ulong)user), Username = "somebody" };

        (await rig.ImportAsync(File([.. rules]))).ShouldContain("`permissions`: `600` will not do; allowed is up to 500 rules.");
    }

    private static string File(params string[] rules) => $$"""{"version":1,"permissions":[{{string.Join(',', rules)}}]}""";

    private static async Task<string[]> RulesAsync(CommandRig rig) =>
    [
        .. (await rig.Get<INodeRules>().ReadAsync(TestGuild.Id, TestContext.Current.CancellationToken)).Rules
            .Select(rule => $"{rule.Subject.Tier} {rule.Subject.Id} {rule.Effect} {rule.Node} by {rule.SetBy}"),
    ];

    private static CommandRig Rig()
    {
        var rig = new CommandRig();
        rig.Guilds.Set(TestGuild.State with { Roles = TestGuild.State.Roles.SetItem(Seniors.Id, Seniors) });
        return rig;
    }
}
