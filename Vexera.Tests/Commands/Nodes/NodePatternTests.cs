using Vexera.Core.Commands.Nodes;

namespace Vexera.Tests.Commands.Nodes;

public sealed class NodePatternTests
{
    [Theory]
    [InlineData("*", 0)]
    [InlineData("basics.*", 1)]
    [InlineData("Basics.Ping", 2)]
    [InlineData("permissions.perms.*", 2)]
    [InlineData("permissions.perms.add", 3)]
    public void TryParse_Node_CountsItsNames(string text, int length)
    {
        NodePattern.TryParse(text, out var node).ShouldBeTrue();

        node!.Text.ShouldBe(text.ToLowerInvariant());
        node.Length.ShouldBe(length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("ping")]
    [InlineData("**")]
    [InlineData("*.*")]
    [InlineData("*.ping")]
    [InlineData("basics.")]
    [InlineData(".ping")]
    [InlineData("basics..ping")]
    [InlineData("basics.pi*")]
    [InlineData("basics.pi ng")]
    [InlineData("basics.*.ping")]
    [InlineData("bäsics.ping")]
    public void TryParse_NoNode_IsRefused(string text) => NodePattern.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_LongerThanAnyNode_IsRefused() =>
        NodePattern.TryParse($"a.{new string('b', NodePattern.Longest)}", out _).ShouldBeFalse();

    [Theory]
    [InlineData("*", "basics.ping", true)]
    [InlineData("basics.*", "basics.ping", true)]
    [InlineData("basics.*", "basics2.ping", false)]
    [InlineData("permissions.*", "permissions.perms.add", true)]
    [InlineData("permissions.perms.*", "permissions.perms.add", true)]
    [InlineData("permissions.perms.*", "permissions.permsx", false)]
    [InlineData("basics.ping", "basics.ping", true)]
    [InlineData("basics.ping", "basics.pingpong", false)]
    [InlineData("basics.ping", "basics.ping.more", false)]
    public void Covers_Command_IsTheNodeOrBelowIt(string pattern, string node, bool covered)
    {
        NodePattern.TryParse(pattern, out var parsed).ShouldBeTrue();

        parsed!.Covers(node).ShouldBe(covered);
    }

    [Fact]
    public void Covering_SubCommand_IsItselfItsGroupItsCategoryAndEverything() =>
        NodePattern.Covering("permissions.perms.add").Select(node => node.Text)
            .ShouldBe(["permissions.perms.add", "permissions.perms.*", "permissions.*", "*"]);
}
