using CsCheck;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Permissions;
using Vexera.Tests.Commands;
using Vexera.Tests.Commands.Nodes;

namespace Vexera.Tests.Modules.Permissions;

/// <summary>Whatever somebody does with rules, they neither lose the right to manage them nor gain anything by it.</summary>
public sealed class RuleGuardTests
{
    private static readonly Snowflake Me = new(2);
    private static readonly CommandCategory Category = new("a", PermissionsText.Category);

    private static readonly NodeCatalog Catalog = new(new CommandCatalog(
    [
        Entry(TestCommands.Definition("open") with { Category = Category }),
        Entry(TestCommands.Definition("ban") with { Category = Category, DefaultPermission = Permission.BanMembers }),
        Entry(PermsAddCommand.Definition),
        Entry(PermsRemoveCommand.Definition),
        Entry(PermsListCommand.Definition),
    ]));

    private static readonly RuleGuard Guard = new(Catalog);

    private static readonly Gen<NodeSubject> AnySubject = Gen.OneOf(
        Gen.Const(TestNodes.Everyone),
        Gen.ULong[1, 3].Select(TestNodes.Role),
        Gen.ULong[1, 3].Select(TestNodes.User));

    private static readonly Gen<NodePattern> AnyNode = Gen.Int[0, Catalog.All.Count - 1].Select(index => Catalog.All[index]);

    private static readonly Gen<GuildNodes> AnyRules = Gen.Select(AnySubject, AnyNode, Gen.Bool).List[0, 8].Select(rules => rules.Aggregate(
        GuildNodes.None, (nodes, rule) => nodes.With(Rule(rule.Item1, rule.Item2, rule.Item3 ? NodeEffect.Allow : NodeEffect.Deny, new Snowflake(9)))));

    private static readonly Gen<RuleSetter> AnySetter = Gen.Select(TestNodes.AnyRoles, Gen.Bool, Gen.Bool, (roles, manages, bans) =>
        Setter(roles, (manages ? Permission.ManageGuild : Permission.None) | (bans ? Permission.BanMembers : Permission.None)));

    /// <summary>What a command does: allow, deny, make neutral, clear.</summary>
    private static readonly Gen<Func<GuildNodes, GuildNodes>> AnyChange = Gen.Select(AnySubject, AnyNode, Gen.Int[0, 3], Change);

    [Fact]
    public void Changes_AnyInAnyOrder_NeverTakeTheRightToManageFromWhoMakesThem() =>
        Gen.Select(AnyRules, AnySetter, AnyChange.List[1, 12]).Sample((rules, setter, changes) =>
        {
            var manages = Usable(rules, setter).Where(IsOfPermissions).ToList();

            var after = Apply(rules, setter, changes);

            manages.Except(Usable(after, setter)).ShouldBeEmpty();
        });

    [Fact]
    public void Changes_AnyInAnyOrder_NeverOpenAnythingToWhoMakesThem() =>
        Gen.Select(AnyRules, AnySetter, AnyChange.List[1, 12]).Sample((rules, setter, changes) =>
        {
            var before = Usable(rules, setter).ToList();

            var after = Apply(rules, setter, changes);

            Usable(after, setter).Except(before).ShouldBeEmpty();
        });

    [Fact]
    public void Changes_AnyInAnyOrder_NeverOpenToOthersWhatTheirMakerDoesNotHave() =>
        Gen.Select(AnyRules, AnySetter, AnyChange.List[1, 12], AnySetter).Sample((rules, setter, changes, other) =>
        {
            var stranger = other with { Here = other.Here with { UserId = new Snowflake(3) } };
            var (before, mine) = (Usable(rules, stranger).ToList(), Usable(rules, setter).ToList());

            var after = Apply(rules, setter, changes);

            Usable(after, stranger).Except(before).Except(mine).ShouldBeEmpty();
        });

    [Fact]
    public void NotTheirs_DeniedByTheSetterThemselves_DoesNotBindThem()
    {
        var setter = Setter([], Permission.ManageGuild);
        var denied = GuildNodes.None.With(Rule(TestNodes.Everyone, TestNodes.Pattern("a.open"), NodeEffect.Deny, Me));

        Guard.NotTheirs(denied, Set(TestNodes.Role(1), TestNodes.Pattern("a.open"), NodeEffect.Allow)(denied), setter).ShouldBeEmpty();

        var byOthers = GuildNodes.None.With(Rule(TestNodes.Everyone, TestNodes.Pattern("a.open"), NodeEffect.Deny, new Snowflake(9)));
        Guard.NotTheirs(byOthers, Set(TestNodes.Role(1), TestNodes.Pattern("a.open"), NodeEffect.Allow)(byOthers), setter)
            .ShouldHaveSingleItem().Node.ShouldBe("a.open");
    }

    [Fact]
    public void NotTheirs_PermissionOfOneChannel_DoesNotCount()
    {
        var setter = Setter([], Permission.ManageGuild);
        var inOneChannel = setter with { Here = setter.Here with { Permissions = Permission.BanMembers | Permission.ManageGuild } };

        Guard.NotTheirs(GuildNodes.None, Set(TestNodes.User(5), TestNodes.Pattern("a.ban"), NodeEffect.Allow)(GuildNodes.None), inOneChannel)
            .ShouldHaveSingleItem().Node.ShouldBe("a.ban");
    }

    private static GuildNodes Apply(GuildNodes rules, RuleSetter setter, IEnumerable<Func<GuildNodes, GuildNodes>> changes) =>
        changes.Aggregate(rules, (before, change) =>
        {
            var after = change(before);
            return Guard.LocksOut(before, after, setter) || Guard.NotTheirs(before, after, setter).Count > 0 ? before : after;
        });

    private static Func<GuildNodes, GuildNodes> Change(NodeSubject subject, NodePattern node, int kind) => kind switch
    {
        0 => Set(subject, node, NodeEffect.Allow),
        1 => Set(subject, node, NodeEffect.Deny),
        2 => nodes => nodes.Without(rule => rule.Subject == subject && rule.Node.Equals(node)),
        _ => nodes => nodes.Without(rule => rule.Subject == subject),
    };

    // By the slow oracle, not by what is tested.
    private static IEnumerable<string> Usable(GuildNodes nodes, RuleSetter person) => Catalog.Commands
        .Where(command => SlowNodes.Decide(nodes.Rules, command.Node, person.Here.UserId, [.. person.Here.Roles])
            ?? (command.Definition.DefaultPermission & ~person.Here.Permissions) == Permission.None)
        .Select(command => command.Node);

    private static bool IsOfPermissions(string node) => node.StartsWith("permissions.", StringComparison.Ordinal);

    private static Func<GuildNodes, GuildNodes> Set(NodeSubject subject, NodePattern node, NodeEffect effect) =>
        nodes => nodes.Find(subject, node)?.Effect == effect ? nodes : nodes.With(Rule(subject, node, effect, Me));

    private static NodeRule Rule(NodeSubject subject, NodePattern node, NodeEffect effect, Snowflake setBy) =>
        new(subject, node, effect, setBy, DateTimeOffset.UnixEpoch);

    private static RuleSetter Setter(Snowflake[] roles, Permission held)
    {
        var caller = new NodeCaller(Me, roles, IsOwner: false, held);
        return new RuleSetter(caller, caller);
    }

    private static CommandEntry Entry(CommandDefinition definition) => new(definition, "Test", (_, _) => ValueTask.FromResult(new Reply("")));
}
