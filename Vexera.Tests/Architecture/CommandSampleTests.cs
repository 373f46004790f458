using Vexera.Core.Commands.Definitions;
using Vexera.Tests.Commands;
using Vexera.Tests.Commands.BothForms;

namespace Vexera.Tests.Architecture;

/// <summary>No command goes without being run in both forms.</summary>
public sealed class CommandSampleTests
{
    [Fact]
    public async Task EveryCommand_InTheCatalog_HasASampleThatIsRunInBothForms()
    {
        await using var rig = new CommandRig();
        var names = rig.Get<CommandCatalog>().All.Select(command => command.Definition.FullName).ToList();
        var samples = CommandSamples.All.Select(sample => sample.Command).ToList();

        names.Except(samples).ShouldBeEmpty("add a line to Commands/BothForms/CommandSamples");
        samples.Except(names).ShouldBeEmpty("there is no such command");
        foreach (var sample in CommandSamples.All)
        {
            var arguments = rig.Get<CommandCatalog>().Find(sample.Command)!.Definition.Arguments.Select(argument => argument.Name);
            sample.Options.Select(option => option.Name).Except(arguments).ShouldBeEmpty($"options of {sample}");
        }
    }
}
