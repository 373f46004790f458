using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;
using static Vexera.Tests.Commands.Nodes.TestNodes;

namespace Vexera.Tests.Commands.Nodes;

public sealed class NodeDecisionTests
{
    private static readonly CommandEntry Command = new(
        TestCommands.Definition("purge") with { DefaultPermission = Permission.ManageMessages | Permission.ReadMessageHistory },
        "Test",
        (_, _) => ValueTask.FromResult(new Reply("")));

    [Fact]
    public void Of_OwnerDeniedEverything_IsAllowed()
    {
        var decision = Decide(Permission.None, isOwner: true, Deny(User(1), "*"));

        decision.ShouldBe(new NodeDecision(true, true, null, Permission.None));
    }

    [Fact]
    public void Of_NothingSaid_IsTheDefaultPermission()
    {
        Decide(Permission.ManageMessages | Permission.ReadMessageHistory | Permission.Speak).IsAllowed.ShouldBeTrue();
        Decide(Permission.ManageMessages).ShouldBe(new NodeDecision(false, false, null, Permission.ReadMessageHistory));
    }

    [Fact]
    public void Of_Allowed_NeedsNoPermission() => Decide(Permission.None, isOwner: false, Allow(Everyone, "basics.*")).IsAllowed.ShouldBeTrue();

    [Fact]
    public void Of_DeniedAdministrator_IsRefusedByTheRule()
    {
        var denied = Deny(Everyone, "basics.purge");

        Decide(PermissionCalculator.All, isOwner: false, denied).ShouldBe(new NodeDecision(false, false, denied, Permission.None));
    }

    [Fact]
    public void Of_RulesUnknown_OnlyTheOwnerPassesWhatTakesAPermission()
    {
        var administrator = new NodeCaller(new Snowflake(1), [], IsOwner: false, PermissionCalculator.All);

        NodeDecision.Of(null, Command, administrator).ShouldBe(new NodeDecision(false, false, null, Permission.None) { IsInDoubt = true });
        NodeDecision.Of(null, Command, administrator with { IsOwner = true }).ShouldBe(new NodeDecision(true, true, null, Permission.None));
    }

    [Fact]
    public void Of_RulesUnknown_WhatTakesNoPermissionIsForAll() =>
        NodeDecision.Of(null, Command with { Definition = TestCommands.Definition("ping") }, new NodeCaller(new Snowflake(1), [], false, Permission.None))
            .ShouldBe(new NodeDecision(true, false, null, Permission.None));

    [Fact]
    public void Of_Warm_AllocatesNothing()
    {
        var nodes = new GuildNodes([Allow(Role(5), "basics.*"), Deny(Everyone, "*")]);
        var caller = new NodeCaller(new Snowflake(1), [new Snowflake(4), new Snowflake(5)], false, Permission.None);
        var allowed = Repeat(1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        allowed += Repeat(10_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        allowed.ShouldBe(11_000);

        int Repeat(int times)
        {
            var count = 0;
            for (var i = 0; i < times; i++)
                count += NodeDecision.Of(nodes, Command, caller).IsAllowed ? 1 : 0;
            return count;
        }
    }

    private static NodeDecision Decide(Permission held, bool isOwner = false, params NodeRule[] rules) =>
        NodeDecision.Of(new GuildNodes(rules), Command, new NodeCaller(new Snowflake(1), [], isOwner, held));
}
