using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Discord;
using Vexera.Tests.Commands;
using Vexera.Tests.Commands.Components;
using Vexera.Tests.Commands.Nodes;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Settings;

/// <summary>An import and other changes of the same guild take turns, so that none undoes the other.</summary>
public sealed class SettingsTurnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_WhileAnImportIsAtWork_WaitsForItAndBuildsOnIt()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var part = new TestPart
        {
            Write = () =>
            {
                reached.SetResult();
                return release.Task;
            },
        };
        await using var rig = new CommandRig(services => services.AddSingleton<IGuildSettingsPart>(part));
        var asked = await rig.AskToImportAsync(
            """{"version":1,"disabledCommands":["basics.ping"],"permissions":[{"for":"everyone","node":"basics.about","effect":"deny"}],"test":1}""");
        var importing = rig.PressAsync(asked, "Yes", TestGuild.Owner);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel);

        var switching = rig.Get<GuildSwitches>().SetAsync(TestGuild.Id, TestNodes.Pattern("basics.help"), isOn: false, Cancel);
        var ruling = rig.Get<INodeRules>().ChangeAsync(
            TestGuild.Id,
            nodes => nodes.With(new NodeRule(TestNodes.User(3), TestNodes.Pattern("basics.ping"), NodeEffect.Deny, new Snowflake(1), DateTimeOffset.UnixEpoch)),
            Cancel);
        release.SetResult();
        await Task.WhenAll(importing, switching, ruling).WaitAsync(TimeSpan.FromSeconds(60), Cancel);

        (await rig.Get<IGuildSettings>().ReadAsync(TestGuild.Id, Cancel))[GuildSwitches.Setting].ShouldBe("basics.help basics.ping");
        (await rig.Get<INodeRules>().ReadAsync(TestGuild.Id, Cancel)).Rules.Select(rule => rule.Node.Text).ShouldBe(["basics.ping", "basics.about"]);
        rig.Get<GuildTurns>().Count.ShouldBe(0);
    }
}
