using Vexera.Core.Commands.Nodes;

namespace Vexera.Tests.Commands.Nodes;

public sealed class NodeCatalogTests
{
    [Fact]
    public async Task All_OfTheBot_AreCommandsCategoriesAndEverything()
    {
        await using var rig = new CommandRig();
        var nodes = rig.Get<NodeCatalog>().All.Select(node => node.Text).ToList();

        nodes.ShouldContain("*");
        nodes.ShouldContain("basics.*");
        nodes.ShouldContain("basics.ping");
        nodes.ShouldNotContain("switches.module", "the bot owner's commands have no node");
        nodes.ShouldNotContain("switches.*");
        nodes.ShouldBeUnique();
    }

    [Theory]
    [InlineData("basics.pnig", "basics.ping")]
    [InlineData("basic.ping", "basics.ping")]
    [InlineData("ping", "basics.ping")]
    [InlineData("Ping", "basics.ping")]
    [InlineData("basics", "basics.*")]
    [InlineData("basics.", "basics.*")]
    [InlineData("prefx", "basics.prefix")]
    public async Task Nearest_Slip_IsWhatWasMeant(string typed, string meant)
    {
        await using var rig = new CommandRig();

        rig.Get<NodeCatalog>().Nearest(typed)[0].Text.ShouldBe(meant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("nothinglikeit")]
    public async Task Nearest_NothingLikeIt_IsNone(string typed)
    {
        await using var rig = new CommandRig();

        rig.Get<NodeCatalog>().Nearest(typed).ShouldBeEmpty();
        rig.Get<NodeCatalog>().Nearest(new string('x', 4_000)).ShouldBeEmpty();
    }
}
