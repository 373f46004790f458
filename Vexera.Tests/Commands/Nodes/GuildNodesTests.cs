using CsCheck;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord;
using static Vexera.Tests.Commands.Nodes.TestNodes;

namespace Vexera.Tests.Commands.Nodes;

public sealed class GuildNodesTests
{
    [Fact]
    public void Deciding_AnyRulesAndCaller_IsWhatTheSlowOracleSays() =>
        Gen.Select(Any, AnyCommand, Gen.ULong[1, 4], AnyRoles).Sample((nodes, command, user, roles) =>
        {
            var rule = nodes.Deciding(command, new Snowflake(user), roles);

            (rule?.Effect == NodeEffect.Allow).ShouldBe(SlowNodes.Decide(nodes.Rules, command, new Snowflake(user), roles) == true);
            (rule is null).ShouldBe(SlowNodes.Decide(nodes.Rules, command, new Snowflake(user), roles) is null);
        });

    [Fact]
    public void Deciding_RolesInAnotherOrder_IsTheSame() =>
        Gen.Select(Any, AnyCommand, AnyRoles).Sample((nodes, command, roles) =>
            nodes.Deciding(command, default, roles)?.Effect.ShouldBe(
                nodes.Deciding(command, default, [.. roles.Reverse()])!.Effect));

    [Fact]
    public void Deciding_ShortNodeOfTheUser_BeatsALongOneOfARole() =>
        Decide([Allow(User(1), "*"), Deny(Role(1), "a.one")]).ShouldBe(NodeEffect.Allow);

    [Fact]
    public void Deciding_ShortNodeOfARole_BeatsALongOneOfEveryone() =>
        Decide([Allow(Role(1), "*"), Deny(Everyone, "a.one")]).ShouldBe(NodeEffect.Allow);

    [Fact]
    public void Deciding_LongNodeOfOneRole_BeatsAShortDenialOfAnother() =>
        Decide([Allow(Role(1), "a.one"), Deny(Role(2), "a.*")]).ShouldBe(NodeEffect.Allow);

    [Fact]
    public void Deciding_EquallyLongNodesOfTwoRoles_IsDenied()
    {
        Decide([Allow(Role(1), "a.*"), Deny(Role(2), "a.*")]).ShouldBe(NodeEffect.Deny);
        Decide([Deny(Role(1), "a.*"), Allow(Role(2), "a.*")]).ShouldBe(NodeEffect.Deny);
    }

    [Fact]
    public void Deciding_RulesOfOthers_AreNeutral() => Decide([Deny(User(2), "*"), Deny(Role(3), "*"), Deny(Everyone, "b.*")]).ShouldBeNull();

    [Fact]
    public void With_SameSubjectAndNode_TakesThePlaceOfTheOneBefore()
    {
        var nodes = new GuildNodes([Deny(User(1), "a.one"), Deny(User(1), "a.two")]).With(Allow(User(1), "a.one"));

        nodes.Rules.Count.ShouldBe(2);
        nodes.Find(User(1), Pattern("a.one")).ShouldNotBeNull().Effect.ShouldBe(NodeEffect.Allow);
        nodes.Without(rule => rule.Subject == User(1)).Rules.ShouldBeEmpty();
    }

    [Fact]
    public void Deciding_ManyRulesAndRoles_AllocatesNothing()
    {
        var nodes = new GuildNodes(Enumerable.Range(1, 200).SelectMany(id => new[] { Allow(Role((ulong)id), "a.*"), Deny(User((ulong)id), "b.one") }));
        Snowflake[] roles = [.. Enumerable.Range(100, 50).Select(id => new Snowflake((ulong)id))];
        Decide(1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Decide(10_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Decide(int times)
        {
            for (var i = 0; i < times; i++)
                nodes.Deciding("a.one", new Snowflake(7), roles);
        }
    }

    private static NodeEffect? Decide(IEnumerable<NodeRule> rules) =>
        new GuildNodes(rules).Deciding("a.one", new Snowflake(1), [new Snowflake(1), new Snowflake(2)])?.Effect;
}
